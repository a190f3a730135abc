// In previews only: marks links whose text does not say where they lead, for the
// editors' content checker (pages/base/checker.py).
const VAGUE = new Set([
  "tu", "tutaj", "kliknij", "kliknij tutaj", "więcej", "czytaj więcej", "link",
  "here", "click here", "more", "read more",
  "тут", "більше", "больш", "падрабязней",
]);

document.querySelectorAll("main a").forEach((link) => {
  const text = link.textContent.trim().toLowerCase().replace(/[.…»:]+$/, "").trim();
  if (VAGUE.has(text)) link.dataset.vague = "";
});
