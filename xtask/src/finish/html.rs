//! Edits the start tags of a page and leaves every other byte as it is.
//!
//! It reads the HTML that this repository writes: quoted or bare attributes, comments, void
//! elements. It builds no tree and repairs nothing; what it cannot read is an error.

use xtask::{Context, Error, Result};

use super::tag::Tag;

/// Elements whose content is not markup.
const RAW: [&str; 2] = ["script", "style"];

/// What becomes of a tag after it was looked at.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stays, with the attributes that it has now.
    Keep,
    /// It goes, and its line with it if there was nothing else on it.
    Remove,
    /// It stays, and its content, which must be plain text, becomes this (already escaped).
    Text(String),
}

/// Shows every start tag of `html` to `edit` and returns the page with the changes.
pub(super) fn rewrite(
    html: &str,
    mut edit: impl FnMut(&mut Tag) -> Result<Fate>,
) -> Result<String> {
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        page.push_str(before);
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            let (comment, after) = comment.split_once("-->").context("a comment is not closed")?;
            page.push_str(&format!("<!--{comment}-->"));
            rest = after;
            continue;
        }
        if !after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            page.push('<');
            continue;
        }
        let (source, mut tag) = Tag::parse(after)?;
        rest = after.strip_prefix(source).unwrap_or_default();
        let before_edit = tag.clone();
        let fate = edit(&mut tag)?;
        if fate == Fate::Remove {
            rest = close_gap(&mut page, rest);
            continue;
        }
        if tag == before_edit {
            page.push('<');
            page.push_str(source);
        } else {
            page.push_str(&tag.to_source());
        }
        rest = copy_content(&mut page, rest, &tag, fate)?;
    }
    page.push_str(rest);
    Ok(page)
}

/// Removes what is left of a line that held nothing but a removed tag; returns what follows.
fn close_gap<'a>(page: &mut String, rest: &'a str) -> &'a str {
    let indented = page.trim_end_matches([' ', '\t']);
    let alone = indented.is_empty() || indented.ends_with('\n');
    match rest.trim_start_matches([' ', '\t']).strip_prefix('\n') {
        Some(next_line) if alone => {
            page.truncate(indented.len());
            next_line
        }
        _ => rest,
    }
}

/// Writes the content that is replaced or must not be read as markup; returns what follows.
fn copy_content<'a>(page: &mut String, rest: &'a str, tag: &Tag, fate: Fate) -> Result<&'a str> {
    let raw = RAW.contains(&tag.name());
    if !raw && fate == Fate::Keep {
        return Ok(rest);
    }
    let end = format!("</{}", tag.name());
    let (content, _) = rest.split_once(&end).context(format!("<{}> is not closed", tag.name()))?;
    if let Fate::Text(text) = fate {
        if content.contains('<') {
            return Err(Error::new(format!(
                "<{}> has data-en but holds elements: put the text into an element of its own",
                tag.name()
            )));
        }
        page.push_str(&text);
    } else {
        page.push_str(content);
    }
    Ok(rest.strip_prefix(content).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unchanged(html: &str) {
        assert_eq!(rewrite(html, |_| Ok(Fate::Keep)).unwrap(), html);
    }

    #[test]
    fn what_nobody_changes_stays_byte_for_byte() {
        unchanged(
            "<!doctype html>\n<html lang=sv>\n<!-- <p> --><P CLASS='a\"b' hidden >1 < 2<br/></P >",
        );
        unchanged("<script src=\"a.js\">if (a<b) {}</script>&lt;");
    }

    #[test]
    fn an_attribute_is_set_in_its_place_and_taken_by_prefix() {
        let page = rewrite("<a href=\"x\" data-en-href='y' id=z>t</a>", |tag| {
            for (name, value) in tag.take_prefixed("data-en-") {
                tag.set(&name, &value);
            }
            Ok(Fate::Keep)
        });
        assert_eq!(page.unwrap(), "<a href=\"y\" id=\"z\">t</a>");
    }

    #[test]
    fn a_removed_tag_takes_its_line_along() {
        let page = rewrite("<head>\n  <link rel=rust>\n  <link rel=css>\n</head>", |tag| {
            Ok(if tag.get("rel") == Some("rust") { Fate::Remove } else { Fate::Keep })
        });
        assert_eq!(page.unwrap(), "<head>\n  <link rel=css>\n</head>");
    }

    #[test]
    fn text_is_replaced_only_where_there_is_nothing_else() {
        let edit = |_: &mut Tag| Ok(Fate::Text("new".to_owned()));
        assert_eq!(rewrite("<p>old</p>", edit).unwrap(), "<p>new</p>");
        assert!(rewrite("<p>old <b>x</b></p>", edit).is_err());
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for broken in ["<p", "<p class=\"a>", "<!-- a", "<p =a>", "<style>a"] {
            assert!(rewrite(broken, |_| Ok(Fate::Keep)).is_err(), "{broken} was accepted");
        }
    }
}
