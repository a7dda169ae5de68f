//! Letting the browser see to the visitor in the middle of long work.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::MessageChannel;

#[wasm_bindgen]
extern "C" {
    /// The window's `scheduler`, as far as it is needed here.
    type Scheduler;

    /// <https://developer.mozilla.org/en-US/docs/Web/API/Scheduler/yield>
    #[wasm_bindgen(method, js_name = "yield")]
    fn give_way(this: &Scheduler) -> Promise;
}

/// Lets everything run that waits for the page's one thread, and goes on after it.
pub(crate) async fn pause() {
    let turn = scheduler().map_or_else(message, |scheduler| scheduler.give_way());
    // Refused only when the page goes away, and then it does not matter.
    let _ = turn.await;
}

/// The scheduler, where the browser has one that can be asked to give way.
fn scheduler() -> Option<Scheduler> {
    let scheduler = Reflect::get(&js_sys::global(), &"scheduler".into()).ok()?;
    let can = scheduler.is_object() && Reflect::has(&scheduler, &"yield".into()).ok()?;
    can.then(|| scheduler.unchecked_into())
}

/// A message to oneself: a task of its own without the 4 ms that repeated timers are made to wait.
fn message() -> Promise {
    Promise::new(&mut |resolve, reject| match MessageChannel::new() {
        Ok(channel) => {
            channel.port1().set_onmessage(Some(&resolve));
            if let Err(error) = channel.port2().post_message(&JsValue::NULL) {
                let _ = reject.call1(&JsValue::UNDEFINED, &error);
            }
        }
        Err(error) => {
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }
    })
}
