//! One fault in a file, told so that a coordinator can mend it.

use std::fmt;

/// A step from a value to one inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A field of an object.
    Field(String),
    /// An element of a list, counted from 0.
    Index(usize),
}

/// Where in a file: `records[3].partners[0].place`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The path of an element of a section of the file.
    #[must_use]
    pub fn element(section: &str, index: usize) -> Self {
        Self::default().field(section).index(index)
    }

    /// This path, one field further in.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        self.with(Step::Field(name.to_owned()))
    }

    /// This path, one element further in.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if position == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A fault. Its words are Swedish: they are read by the one who keeps the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The field within the file.
    pub field: Path,
    /// The value as written, shortened.
    pub value: String,
    /// What is wrong, and how to mend it.
    pub mend: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: ", self.file, self.line, self.field)?;
        if !self.value.is_empty() {
            write!(f, "{} – ", self.value)?;
        }
        f.write_str(&self.mend)
    }
}
