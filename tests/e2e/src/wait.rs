//! Waiting for what is expected, instead of for a time.

use std::time::{Duration, Instant};

use crate::Result;

/// How long anything on the page may take, on a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often to look.
const PAUSE: Duration = Duration::from_millis(15);

/// Reads again and again until the value is the expected one, or patience ends. Returns what was
/// read last.
///
/// # Errors
/// Reading fails.
pub async fn settled<T, E>(expected: &E, read: impl AsyncFn() -> Result<T>) -> Result<T>
where
    T: PartialEq<E>,
{
    let start = Instant::now();
    loop {
        let value = read().await?;
        if value == *expected || start.elapsed() > PATIENCE {
            return Ok(value);
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Like `assert_eq!`, but the left side is a future that is asked again until it says what is
/// expected.
#[macro_export]
macro_rules! assert_soon {
    ($read:expr, $expected:expr $(, $($message:tt)+)?) => {
        let expected = $expected;
        let last = $crate::wait::settled(&expected, async || $read.await).await?;
        assert_eq!(last, expected $(, $($message)+)?);
    };
}
