//! Where the marks of a picture reach.

use partneratlas::svg::{Anchor, Ink, Mark};

/// As wide as letters are on average, in pixels.
pub(crate) fn measure(text: &str) -> f64 {
    text.chars().map(|_| 6.5).sum()
}

/// Left, upper, right and lower edge of a mark; of a text, the line on which it stands.
pub(crate) fn edges(mark: &Mark) -> [f64; 4] {
    let corners = match &mark.ink {
        Ink::Path(data) => corners(data),
        Ink::Text(anchor, text) => {
            let left = match anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => -measure(text) / 2.0,
                Anchor::End => -measure(text),
            };
            vec![[left, 0.0], [left + measure(text), 0.0]]
        }
    };
    let all = f64::INFINITY;
    corners.into_iter().fold([all, all, -all, -all], |[x0, y0, x1, y1], [x, y]| {
        let (x, y) = (mark.x + x, mark.y + y);
        [x0.min(x), y0.min(y), x1.max(x), y1.max(y)]
    })
}

/// The corners of a path.
fn corners(data: &str) -> Vec<[f64; 2]> {
    let mut corners = Vec::new();
    let mut at = [0.0, 0.0];
    for part in
        data.split_inclusive(|c: char| c.is_ascii_alphabetic()).collect::<Vec<_>>().windows(2)
    {
        let command = part[0].chars().last().expect("a part is not empty");
        let numbers = numbers(part[1].trim_end_matches(|c: char| c.is_ascii_alphabetic()));
        let from = |at: [f64; 2]| if command.is_lowercase() { at } else { [0.0, 0.0] };
        let size = match command.to_ascii_lowercase() {
            'm' | 'l' => 2,
            'a' => 7,
            _ => 1,
        };
        for step in numbers.chunks(size) {
            let [x, y] = from(at);
            at = match (command.to_ascii_lowercase(), step) {
                ('h', [dx]) => [x + dx, at[1]],
                ('v', [dy]) => [at[0], y + dy],
                (_, [.., dx, dy]) => [x + dx, y + dy],
                _ => panic!("{data}"),
            };
            corners.push(at);
        }
    }
    corners
}

/// Numbers between which a space stands, or only a sign.
fn numbers(text: &str) -> Vec<f64> {
    let apart = text.replace('-', " -");
    apart.split_whitespace().map(|number| number.parse().expect("a number")).collect()
}
