//! How the marks of a file look: what the style sheet says of their classes, on a light ground.

/// The ground, and what is written on it.
pub(super) const GROUND: &str = "#ffffff";
pub(super) const TEXT: &str = "#1c2528";

/// The fonts of a file, as in CSS: those whose letters are as wide on one computer as on another, since
/// names have the room that was measured for them.
pub const FONT: &str = "Arial, Helvetica, sans-serif";

/// The colours of statuses and forms.
const COLOURS: [(&str, &str); 12] = [
    ("kommande", "#6a3fa0"),
    ("pagaende", "#00754a"),
    ("avslutat", "#40616e"),
    ("okand", "#8a5200"),
    ("avbrutet", "#a32626"),
    ("pausat", "#6b5d00"),
    ("projekt", "#00566b"),
    ("partnerskap", "#8a4b00"),
    ("vanort", "#6a3fa0"),
    ("ansokan", "#5c6670"),
    ("programdeltagande", "#00754a"),
    ("natverk", "#a1305e"),
];

/// The attributes of classes; `@` stands for the colour of the group. Without colours, what is certain
/// is dark, what may be is light, what is in doubt is dashed, and what is filtered away is hollow.
const CLASSES: [(&str, &str); 41] = [
    ("sea", " fill=\"#eef4f5\""),
    ("graticule", " fill=\"none\" stroke=\"#d9dfdc\" stroke-width=\"0.75\""),
    ("land", " fill=\"#d9dfdc\" fill-rule=\"evenodd\""),
    ("lakes", " fill=\"#eef4f5\" fill-rule=\"evenodd\""),
    ("borders", " fill=\"none\" stroke=\"#ffffff\" stroke-width=\"0.9\""),
    ("country", " fill=\"url(#hatch)\" fill-rule=\"evenodd\" stroke=\"#00566b\""),
    ("arc", " fill=\"none\" stroke=\"#00566b\" stroke-opacity=\"0.65\""),
    (
        "arc vague",
        " fill=\"none\" stroke=\"#00566b\" stroke-opacity=\"0.65\" stroke-dasharray=\"4 4\"",
    ),
    ("leg", " stroke=\"#1c2528\""),
    ("hit", " fill=\"none\""),
    ("pin", " fill=\"#00566b\" stroke=\"#ffffff\" stroke-width=\"1.5\""),
    ("core", " fill=\"#ffffff\""),
    ("home", " fill=\"#1c2528\" stroke=\"#ffffff\" stroke-width=\"1.5\""),
    ("ring", " fill=\"#00566b\" fill-opacity=\"0.18\" stroke=\"#00566b\" stroke-width=\"2\""),
    ("number", " font-size=\"12.5\" font-weight=\"600\" fill=\"#ffffff\""),
    ("number at-home", " font-size=\"12.5\" font-weight=\"600\" fill=\"#ffffff\""),
    (
        "place-name",
        " font-size=\"12.5\" stroke=\"#eceeee\" stroke-width=\"3.5\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
    ),
    ("country-name", " font-size=\"11.5\" fill=\"#4e5659\""),
    ("away", " fill=\"@\""),
    ("bar-body", " fill=\"@\""),
    ("bar-soft", " fill=\"@\" fill-opacity=\"0.42\""),
    ("bar-doubt", " fill=\"#ffffff\" stroke=\"@\" stroke-width=\"1.5\" stroke-dasharray=\"3 3\""),
    ("bar-ghost", " fill=\"none\" stroke=\"@\""),
    ("sign", " fill=\"@\""),
    ("sign inside", " fill=\"#ffffff\""),
    ("name", " font-size=\"13\""),
    ("name inside", " font-size=\"13\" fill=\"#ffffff\""),
    ("name ghost", " font-size=\"13\" fill=\"#4e5659\""),
    ("heading", " font-size=\"15\" font-weight=\"700\""),
    ("grid", " stroke=\"#d3d6d6\""),
    ("grid part", " stroke=\"#eceeee\""),
    ("today", " stroke=\"#00566b\" stroke-width=\"1.5\""),
    ("today-label", " font-size=\"12.5\" font-weight=\"600\" fill=\"#00566b\""),
    ("tick", " font-size=\"12.5\" fill=\"#4e5659\""),
    ("tick part", " font-size=\"12\" fill=\"#4e5659\""),
    ("band", " fill=\"#00566b\" fill-opacity=\"0.06\" stroke=\"#00566b\" stroke-opacity=\"0.2\""),
    ("band-name", " font-size=\"12.5\" fill=\"#4e5659\""),
    ("strip", " fill=\"#4e5659\" fill-opacity=\"0.4\""),
    ("title", " font-size=\"22\" font-weight=\"700\""),
    ("prose", " font-size=\"14\""),
    ("small", " font-size=\"12\" fill=\"#4e5659\""),
];

/// What classes refer to by name: the lines of countries that are known only as such.
pub(super) const PATTERNS: &str = "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" \
     patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0H2V6H0z\" \
     fill=\"#00566b\" fill-opacity=\"0.5\"/></pattern></defs>";

/// The colour of a key.
pub(super) fn colour(key: &str) -> Option<&'static str> {
    value(&COLOURS, key)
}

/// The attributes of a class, each with a space before it.
pub(super) fn attributes(class: &str) -> &'static str {
    value(&CLASSES, class).unwrap_or_default()
}

fn value(table: &[(&str, &'static str)], wanted: &str) -> Option<&'static str> {
    table.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Form, Status};

    const TOKENS: &str = include_str!("../../style/tokens.css");

    /// What a private property is on a light ground.
    fn light(token: &str) -> &str {
        let line = TOKENS.split(&format!("--_{token}: ")).nth(1).unwrap();
        line.split("light-dark(").nth(1).unwrap().split(',').next().unwrap()
    }

    #[test]
    fn colours_are_those_of_the_page() {
        for status in Status::ALL {
            let token = match status {
                Status::Upcoming => "upcoming",
                Status::Ongoing => "ongoing",
                Status::Ended => "ended",
                Status::Unknown => "unknown",
                Status::Cancelled => "cancelled",
                Status::Paused => "paused",
            };
            assert_eq!(colour(status.key()), Some(light(token)), "{token}");
        }
        for form in Form::ALL {
            let token = format!("form-{}", form.key());
            assert_eq!(colour(form.key()), Some(light(&token)), "{token}");
        }
        assert_eq!([GROUND, TEXT], ["ground", "text"].map(light));
        assert!(attributes("today").contains(light("accent")));
        for (class, token) in
            [("sea", "sea"), ("land", "land"), ("lakes", "sea"), ("pin", "accent")]
        {
            assert!(attributes(class).contains(light(token)), "{class}");
        }
    }
}
