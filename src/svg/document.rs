//! A picture as a file that stands alone.
//!
//! The look is in attributes: a Content Security Policy that forbids styles does not touch them.

use super::look::{FONT, GROUND, PATTERNS, TEXT, attributes, colour};
use super::{Group, Ink, Mark, Picture};
use crate::decimal::tenths;

/// The text of an SVG file.
#[must_use]
pub fn document(picture: &Picture) -> String {
    let [width, height] = [picture.width, picture.height].map(tenths);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FONT}\" fill=\"{TEXT}\"><title>"
    );
    escape(&mut svg, &picture.title);
    svg.push_str("</title>");
    if picture.groups.iter().any(|group| group.marks.iter().any(|mark| mark.class == "country")) {
        svg.push_str(PATTERNS);
    }
    svg.push_str("<path d=\"M0 0H");
    [&*width.to_string(), "V", &*height.to_string(), "H0z\" fill=\"", GROUND, "\"/>\n"]
        .into_iter()
        .for_each(|part| svg.push_str(part));
    picture.groups.iter().for_each(|group| add_group(&mut svg, group));
    svg.push_str("</svg>\n");
    svg
}

fn add_group(svg: &mut String, group: &Group) {
    let [x, y] = [group.x, group.y].map(tenths);
    let (open, close) = match group.window.map(|lengths| lengths.map(tenths)) {
        // An inner picture shows nothing beyond its edges.
        Some([width, height]) => {
            (format!("<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\">"), "</svg>\n")
        }
        None => (format!("<g transform=\"translate({x} {y})\">"), "</g>\n"),
    };
    svg.push_str(&open);
    let colour = group.key.and_then(colour).unwrap_or(TEXT);
    group.marks.iter().for_each(|mark| add_mark(svg, mark, colour));
    svg.push_str(close);
}

fn add_mark(svg: &mut String, mark: &Mark, colour: &str) {
    let look = attributes(mark.class).replace('@', colour);
    match &mark.ink {
        Ink::Path(data) => {
            let place = mark.translation().map(|place| format!(" transform=\"{place}\""));
            let place = place.unwrap_or_default();
            svg.push_str(&format!("<path d=\"{data}\"{place}{look}/>"));
        }
        Ink::Text(anchor, text) => {
            let ([x, y], anchor) = ([mark.x, mark.y].map(tenths), anchor.key());
            svg.push_str(&format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{look}>"));
            escape(svg, text);
            svg.push_str("</text>");
        }
    }
}

/// Appends a text as XML holds it; characters that no XML can hold are left out.
fn escape(svg: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '\t' | '\n' => svg.push(' '),
            '\0'..' ' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => svg.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::Anchor;

    #[test]
    fn words_are_escaped_and_colours_follow_the_group() {
        let name = Mark::text("name", 1.0, 2.0, Anchor::Start, "A & B <\u{0}C>".to_owned());
        let group = Group {
            key: Some("avslutat"),
            window: Some([10.0, 5.0]),
            ..Group::at(3.0, 4.0, vec![Mark::path("bar-body", "M0 0z").moved(0.0, 1.0), name])
        };
        let picture = Picture {
            title: "\"Q\" & A".to_owned(),
            width: 20.0,
            height: 9.0,
            groups: vec![group],
        };
        let svg = document(&picture);
        assert!(svg.contains("<title>\"Q\" &amp; A</title>"), "{svg}");
        assert!(svg.contains("<svg x=\"3.0\" y=\"4.0\" width=\"10.0\" height=\"5.0\">"), "{svg}");
        assert!(
            svg.contains("<path d=\"M0 0z\" transform=\"translate(0.0 1.0)\" fill=\"#40616e\"/>"),
            "{svg}"
        );
        assert!(svg.contains(">A &amp; B &lt;C&gt;</text>"), "{svg}");
    }
}
