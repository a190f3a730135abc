// The challenge of a form that has one in [data-challenge]: ALTCHA's worker looks for
// the solution while the author writes, and the form takes it along. Whatever fails,
// the form is sent all the same, and staff read what came without one.
{
  const LONGEST_WAIT = 15_000;

  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

  const solve = (challenge, address) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(address);
      worker.onmessage = ({ data }) => {
        worker.terminate();
        data?.derivedKey ? resolve(data) : reject();
      };
      worker.onerror = reject;
      worker.postMessage({ type: "work", challenge, counterStart: 0, counterStep: 1 });
    });

  const prepare = (box) => {
    const { challenge: question, worker, idle, sending, solved, failed } = box.dataset;
    const form = box.closest("form");
    const note = box.querySelector("p");
    let solution;
    let isWaiting = false;
    let isOver = false;

    const look = async () => {
      try {
        const challenge = JSON.parse(question);
        const found = { challenge, solution: await solve(challenge, worker) };
        box.querySelector("input").value = btoa(JSON.stringify(found));
        note.textContent = solved;
      } catch {
        note.textContent = failed;
      }
      isOver = true;
    };
    const start = () => (solution ??= look());

    note.textContent = idle;
    note.setAttribute("role", "status"); // after the words that need not be announced
    form.addEventListener("focusin", start, { once: true });
    form.addEventListener("submit", async (event) => {
      if (isOver) return;
      event.preventDefault();
      if (isWaiting) return;
      isWaiting = true;
      note.textContent = sending;
      await Promise.race([start(), wait(LONGEST_WAIT)]);
      isOver = true;
      form.submit();
    });
  };

  document.querySelectorAll("[data-challenge]").forEach(prepare);
}
