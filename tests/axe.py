"""axe-core in a page: what it finds, as lines a person can read."""

from pathlib import Path

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
RUN = """axe.run(document, {
  resultTypes: ["violations"],
  rules: {"target-size": {enabled: true}},
})"""


def axe_violations(page):
    """Run all of axe's rules; each line is `rule: selector – what to do`."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} – {rule['help']}"
        for rule in page.evaluate(RUN)["violations"]
        for node in rule["nodes"]
    ]
