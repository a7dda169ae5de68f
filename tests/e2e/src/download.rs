//! Files that the page hands to the visitor.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::scratch::Scratch;
use crate::{Browser, Result, assert_soon};

/// A folder of a test's own for what it downloads; dropping it removes it.
#[derive(Debug)]
pub struct Downloads(Scratch);

impl Browser {
    /// Lets the browser save files from here on.
    ///
    /// # Errors
    /// The browser does not answer, or the folder cannot be made.
    pub async fn save_files(&self) -> Result<Downloads> {
        let folder = Scratch::new()?;
        let wanted = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.driver().cdp().send_raw("Browser.setDownloadBehavior", wanted).await?;
        Ok(Downloads(folder))
    }
}

impl Downloads {
    /// The file of a name, once it is there as a whole: while it comes, it has another name.
    ///
    /// # Errors
    /// It never comes.
    pub async fn file(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.0.path().join(name);
        let is_there = async || Ok(is_whole(&path));
        assert_soon!(is_there(), true, "{name} was saved");
        Ok(fs::read(path)?)
    }

    /// The words of an SVG file, as a browser reads it.
    ///
    /// # Errors
    /// It never comes, or is no SVG.
    pub async fn words_of_svg(&self, browser: &Browser, name: &str) -> Result<String> {
        let svg = String::from_utf8(self.file(name).await?)?;
        let script = "const read = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
            return [read.documentElement.localName,
                [...read.querySelectorAll('text')].map((text) => text.textContent).join(' ')]";
        let (root, text): (String, String) = browser.run(script, vec![json!(svg)]).await?;
        if root == "svg" { Ok(text) } else { Err(format!("{name} cannot be read: {svg}").into()) }
    }

    /// Width and height of a PNG file, in pixels.
    ///
    /// # Errors
    /// It never comes, or is no PNG.
    pub async fn size_of_png(&self, name: &str) -> Result<(u32, u32)> {
        let file = self.file(name).await?;
        Ok(png::Decoder::new(std::io::Cursor::new(file)).read_info()?.info().size())
    }
}

fn is_whole(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| file.len() > 0)
}
