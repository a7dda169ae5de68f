//! stub
use xtask::Result;
pub(super) fn run(_: &[String]) -> Result<()> {
    Ok(())
}
