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
  facet(host, root, { facet, value }) {
    const option = `[data-facet="${facet}"][data-value="${CSS.escape(value)}"] input`;
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

export const action = (host, root, step) => ACTIONS[step.act](host, root, step);
