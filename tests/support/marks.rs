//! Where the marks of a picture reach.

use partneratlas::svg::{Anchor, Group, Ink, Mark, Picture};

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

/// A text of a picture: its class, its words, and its edges.
pub(crate) type Text<'a> = (&'static str, &'a str, [f64; 4]);

pub(crate) fn texts(picture: &Picture) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for group in &picture.groups {
        for mark in &group.marks {
            let Ink::Text(_, words) = &mark.ink else { continue };
            texts.push((mark.class, words.as_str(), edges_in(group, mark)));
        }
    }
    texts
}

/// The edges of a mark in the picture.
pub(crate) fn edges_in(group: &Group, mark: &Mark) -> [f64; 4] {
    let [x0, y0, x1, y1] = edges(mark);
    [x0 + group.x, y0 + group.y, x1 + group.x, y1 + group.y]
}

/// The lines of a class as one text.
pub(crate) fn prose(picture: &Picture, wanted: &str) -> String {
    let texts = texts(picture);
    let lines: Vec<&str> =
        texts.iter().filter(|text| text.0 == wanted).map(|text| text.1).collect();
    lines.join(" ")
}

pub(crate) fn assert_within(picture: &Picture) {
    let holds = |[x0, y0, x1, y1]: [f64; 4]| {
        x0 >= 0.0 && y0 >= 0.0 && x1 <= picture.width && y1 <= picture.height
    };
    for group in &picture.groups {
        let [width, height] = group.window.unwrap_or_default();
        assert!(holds([group.x, group.y, group.x + width, group.y + height]), "{group:?}");
        for mark in group.marks.iter().filter(|_| group.window.is_none()) {
            let edges = edges_in(group, mark);
            assert!(edges[0] > edges[2] || holds(edges), "{mark:?}");
        }
    }
    assert!(texts(picture).into_iter().all(|(_, _, edges)| holds(edges)));
}

/// Whether a text is XML as this program writes it: closed elements, quoted values, known entities.
pub(crate) fn is_well_formed(xml: &str) -> bool {
    let mut open = Vec::new();
    let mut rest = xml.trim_end();
    while let Some((text, tag)) = rest.split_once('<') {
        let entities = text.split('&').skip(1);
        let known =
            |entity: &str| ["amp;", "lt;", "gt;"].iter().any(|name| entity.starts_with(name));
        let Some((tag, after)) = tag.split_once('>') else { return false };
        if text.contains('>')
            || !entities.into_iter().all(known)
            || tag.matches('"').count() % 2 == 1
        {
            return false;
        }
        let name = tag.trim_matches('/').split(' ').next().unwrap_or_default();
        match (tag.starts_with('/'), tag.ends_with('/')) {
            (true, _) if open.pop() != Some(name) => return false,
            (false, false) => open.push(name),
            _ => {}
        }
        rest = after;
    }
    open.is_empty() && rest.is_empty()
}
