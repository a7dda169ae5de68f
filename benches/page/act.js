// What a visitor does, as functions whose only work is the event.

const field = (root) => root.querySelector("input[type=search]");

function typed(input, value) {
  return () => {
    input.value = value;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
}

const ACTIONS = {
  text: (host, root, { value }) => typed(field(root), value),
  // The same words once more.
  same: (host, root) => typed(field(root), field(root).value),
  // A rare value of a long facet is behind its button: measured while all of them are shown.
  async facet(host, root, { facet, value }) {
    const option = `[data-facet="${facet}"][data-value="${CSS.escape(value)}"] input`;
    if (!root.querySelector(option)) {
      const group = root.querySelector(`[data-facet="${facet}"]`).closest("fieldset");
      group.querySelector("button.more").click();
      await pause();
    }
    const box = root.querySelector(option);
    return () => box.click();
  },
  year(host, root, { name, value }) {
    const input = root.querySelector(`input[name="${name}"]`);
    return () => {
      input.value = value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
  },
  clear(host, root) {
    const button = root.querySelector(".chosen .clear");
    return () => button.click();
  },
  // An event that nobody listens to.
  nothing: (host) => () => host.dispatchEvent(new Event("bench")),
};

const pause = () => new Promise((done) => setTimeout(done, 50));

// Makes the page ready for a step; what comes back is the step itself, to be measured.
export const action = async (host, root, step) => ACTIONS[step.act](host, root, step);

// Folds what was unfolded for a step.
export async function tidy(root) {
  const unfolded = root.querySelectorAll('button.more[aria-expanded="true"]');
  for (const button of unfolded) button.click();
  if (unfolded.length) await pause();
}
