//! Chance that comes out the same on every machine: whole numbers only, no library of logarithms.

/// A stream of pseudo-random numbers (`SplitMix64`; Steele, Lea and Flood, OOPSLA 2014).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A stream of its own for each seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`, each as likely; 0 where the bound is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        // The high half of the product (Lemire 2019), its tiny bias left in.
        ((u128::from(self.bits()) * u128::from(bound)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// A position in something of `len` elements.
    pub fn position(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap_or(0)
    }

    /// Whether something happens that happens in `per_mille` of a thousand cases.
    pub fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// One of several, each as likely.
    ///
    /// # Panics
    /// If there is none: the lists of this package are never empty.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let position = self.position(choices.len());
        at(choices, position)
    }

    /// One of several, by weight.
    ///
    /// # Panics
    /// If there is none: the tables of this package are never empty.
    pub fn weighted<T: Copy>(&mut self, table: &[(u64, T)]) -> T {
        let mut rest = self.below(table.iter().map(|(weight, _)| weight).sum());
        let chosen = table.iter().position(|(weight, _)| match rest.checked_sub(*weight) {
            Some(less) => {
                rest = less;
                false
            }
            None => true,
        });
        at(table, chosen.unwrap_or(0)).1
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.position(last + 1));
        }
    }
}

/// Choices of which the first is the most common one: the weight of rank `r` is 1 / (`r` + shift)
/// (Zipf's law, with Mandelbrot's shift to flatten its top).
#[derive(Debug, Clone)]
pub struct Zipf<T> {
    choices: Vec<T>,
    /// The sum of the weights up to each choice.
    sums: Vec<u64>,
}

impl<T> Zipf<T> {
    /// Choices in falling order of frequency; a shift of 1 is Zipf's own law.
    #[must_use]
    pub fn new(choices: Vec<T>, shift: u64) -> Self {
        const SCALE: u64 = 1 << 40;
        let weights = (shift.max(1)..).map(|rank| SCALE / rank);
        let sums = weights
            .take(choices.len())
            .scan(0, |sum, weight| {
                *sum += weight;
                Some(*sum)
            })
            .collect();
        Self { choices, sums }
    }

    /// One of them.
    ///
    /// # Panics
    /// If there is none: the lists of this package are never empty.
    pub fn pick(&self, random: &mut Random) -> &T {
        let drawn = random.below(self.sums.last().copied().unwrap_or(0));
        at(&self.choices, self.sums.partition_point(|sum| *sum <= drawn))
    }

    /// Some different ones, fewer than `count` where chance repeats itself.
    pub fn pick_some(&self, random: &mut Random, count: u64) -> Vec<T>
    where
        T: Clone + PartialEq,
    {
        let mut picked = Vec::new();
        for _ in 0..count {
            let choice = self.pick(random);
            if !picked.contains(choice) {
                picked.push(choice.clone());
            }
        }
        picked
    }

    /// All of them, the most common one first.
    #[must_use]
    pub fn choices(&self) -> &[T] {
        &self.choices
    }
}

#[expect(clippy::expect_used, reason = "positions are drawn below the length of fixed lists")]
fn at<T>(list: &[T], position: usize) -> &T {
    list.get(position).expect("the list has the drawn position")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_one_of_the_paper() {
        let mut random = Random::new(1_234_567);
        assert_eq!(random.bits(), 6_457_827_717_110_365_317);
        assert_eq!(random.bits(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn the_first_is_the_most_common_and_all_occur() {
        let zipf = Zipf::new((0..10).collect(), 1);
        let mut random = Random::new(1);
        let mut counts = [0; 10];
        for _ in 0..10_000 {
            counts[*zipf.pick(&mut random)] += 1;
        }
        assert!(counts.iter().all(|count| *count > 0));
        assert!(counts[0] > counts[1] && counts[1] > counts[9]);
    }
}
