//! Letting the browser see to the visitor in the middle of long work.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::MessageChannel;

/// Lets everything run that waits for the page's one thread, and goes on after it.
///
/// By a message to oneself: a task like any other, and without the 4 ms that repeated timers are
/// made to wait. `scheduler.yield()` would go on before other tasks that wait.
pub(crate) async fn pause() {
    let turn = Promise::new(&mut |resolve, reject| {
        let asked = MessageChannel::new().and_then(|channel| {
            channel.port1().set_onmessage(Some(&resolve));
            channel.port2().post_message(&JsValue::NULL)
        });
        if let Err(error) = asked {
            // Nobody listens after a page has gone away.
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }
    });
    // Refused only when the page goes away, and then it does not matter.
    let _ = turn.await;
}
