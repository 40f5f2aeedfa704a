"""Puts what `drape eval` printed into a network's manifest entry and card.

    python3 training/card.py reader closet-test.json closet-validation.json products.json ...

Every figure of a card comes from these files; none is typed by hand. The words about recipe and limits are in
training/cards/NETWORK.md; the figures, classes, calibration and mistakes follow them. training/cards/goals.json has the goals.
"""
import argparse
import json
from pathlib import Path

from manifest import ROOT

WORDS = ROOT / "training" / "cards"
CALIBRATED = 0.05  # the most that a calibration error may be
MANY = 40  # classes listed one by one; of longer vocabularies the most frequent


def head_line(entry, models):
    size = entry["input"]
    taken = " or ".join(f"{w}x{h}" for w, h in size["sizes"]) if "sizes" in size else \
        f"about {size['area']:,} pixels in the picture's proportions, sides multiples of {size['multiple']}"
    rows = [("file", files(entry, models)), ("input", f"RGB, {taken}, (value - 127.5) / 127.5"),
            ("backbone", "MobileNetEdgeTPU 1.0 from ImageNet weights (Apache-2.0), every layer trained further"),
            ("licence", entry["licence"]), ("data", entry["data"])]
    return "| | |\n|---|---|\n" + "\n".join(f"| {name} | {value} |" for name, value in rows)


def files(entry, models):
    listed = [("weights kept as float16, run as float32", entry)]
    if entry.get("int8"):
        listed.append(("int8, for " + ", ".join(entry["int8"]["processors"]), entry["int8"]))
    return "; ".join(f"`{e['file']}`, {(models / e['file']).stat().st_size / 1e6:.1f} MB, {what}, SHA-256 `{e['sha256'][:16]}...`"
                     for what, e in listed)


def figures(reports, goals):
    names = sorted({name for report in reports.values() for name in report["figures"]})
    lines = ["| figure | " + " | ".join(f"{title} ({report['count']})" for title, report in reports.items()) + " |",
             "|---" * (len(reports) + 1) + "|"]
    cells = [f"{r['milliseconds']:.0f}" if r.get("milliseconds") else "" for r in reports.values()]
    if any(cells):
        lines.append("| milliseconds a picture, decoding included, one core each (median) | " + " | ".join(cells) + " |")
    for name in names:
        cells = [cell(r["figures"].get(name), goals.get(title.removesuffix(" float32"), {}).get(name), name.endswith(".ece"))
                 for title, r in reports.items()]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def cell(figure, goal, error=False):
    """A figure and the goal that was set for it, reached or not; either may be missing. An error's goal is the most that it may be."""
    if figure is None:
        return ""
    if error:
        return f"{figure:.3f}" if figure <= CALIBRATED else f"{figure:.3f} ({CALIBRATED:g} missed)"
    return f"{figure:.3f}" if goal is None else f"{figure:.3f} ({goal:g} {'reached' if figure >= goal else 'missed'})"


def marks(row):
    """A class's figures: only the number where it is the share answered right, else each with its name."""
    found = {name: value for name, value in row.items() if name != "count"}
    return f"{found['top1']:.2f}" if list(found) == ["top1"] else " ".join(f"{n} {v:.2f}" for n, v in found.items())


def classes(report):
    blocks = []
    for head, rows in report["perClass"].items():
        ordered = sorted(rows.items(), key=lambda item: -item[1]["count"])
        shown = [f"{name} {marks(row)} ({row['count']})" for name, row in ordered[:MANY]]
        rest = f", and {len(ordered) - MANY} rarer ones" if len(ordered) > MANY else ""
        blocks.append(f"**{head}**: " + ", ".join(shown) + rest + ".")
    return "\n\n".join(blocks)


def plot(bins, path):
    """Confidence against the share that is right, as a picture; a dot's area is the number of answers."""
    most = max(b["count"] for b in bins)
    dots = "".join(
        f'<circle cx="{30 + 200 * b["confidence"]:.1f}" cy="{220 - 200 * b["right"]:.1f}" r="{2 + 9 * (b["count"] / most) ** 0.5:.1f}"/>'
        for b in bins)
    ticks = "".join(
        f'<path d="M{30 + 200 * t:.0f} 20V220M30 {220 - 200 * t:.0f}H230" stroke="#ddd"/>'
        f'<text x="{30 + 200 * t:.0f}" y="230" text-anchor="middle">{t:g}</text>'
        f'<text x="26" y="{223 - 200 * t:.0f}" text-anchor="end">{t:g}</text>' for t in (0, 0.25, 0.5, 0.75, 1))
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 250 250" width="375" height="375" font-family="sans-serif" font-size="9">'
        f'<rect width="250" height="250" fill="#faf7f2"/>{ticks}<path d="M30 20V220H230" fill="none" stroke="#555"/>'
        '<path d="M30 220L230 20" stroke="#999" stroke-dasharray="3"/><text x="130" y="244" text-anchor="middle">confidence</text>'
        '<text x="9" y="120" text-anchor="middle" transform="rotate(-90 9 120)">share right</text>'
        f'<g fill="#7b2d3b" fill-opacity=".65">{dots}</g></svg>\n')


def calibration(entry, title, report, models):
    blocks = []
    for head, bins in report.get("calibration", {}).items():
        bins = [b for b in bins if b["count"]]
        if not bins:
            continue
        picture = f"{entry['name']}-{entry['version']}-{title.replace(' ', '-')}-{head}.svg"
        plot(bins, models / picture)
        blocks.append(f"![{head}, {title}: share right by confidence]({picture})")
    return "\n".join(blocks)


def mistakes(report):
    lines = []
    for head, rows in report.get("mistakes", {}).items():
        shown = [f"{m['id']} ({m['truth']} read as {m['answer']}, {m['confidence']:.2f})" for m in rows[:8]]
        if shown:
            lines.append(f"- {head}, the surest wrong answers by number: " + ", ".join(shown) + ".")
    for head, rows in report.get("confusions", {}).items():
        shown = [f"{c['truth']} read as {c['answer']} ({c['count']})" for c in rows[:6]]
        if shown:
            lines.append(f"- {head}, the most frequent confusions: " + ", ".join(shown) + ".")
    return "\n".join(lines)


def main(options):
    models = Path(options.models)
    reports = {Path(p).stem.replace("-", " "): json.loads(Path(p).read_text()) for p in options.reports}
    manifest = json.loads((models / "models.json").read_text())
    entry = next(m for m in manifest["models"] if m["name"] == options.network)
    entry["figures"] = {title: report["figures"] for title, report in reports.items()}
    (models / "models.json").write_text(json.dumps(manifest, indent=2) + "\n")
    for old in models.glob(f"{options.network}-*.svg"):
        old.unlink()
    parts = [f"# {entry['name']}-{entry['version']}", (WORDS / f"{options.network}.md").read_text().strip()
             .replace("{table}", head_line(entry, models)), "## Figures\n\nPrinted by `drape eval`; `.ece.chance` is what chance alone makes of a calibration error with so few rows, and the "
             "milliseconds are those of the machine that ran it, beside other work. In brackets the goal; that of every calibration error is 0.05 at "
             "most, and named where it is missed."
             "\n\n" + figures(reports, json.loads((WORDS / "goals.json").read_text())[options.network])]
    for title, report in reports.items():
        if title.endswith("float32"):
            continue  # beside the int8 file's figures it shows what that file loses
        body = "\n\n".join(block for block in (classes(report), calibration(entry, title, report, models), mistakes(report)) if block)
        if body:
            parts.append(f"## {title}: classes, calibration, mistakes\n\nThe share answered right, or the figures named, and the number of pictures.\n\n{body}")
    for old in models.glob(f"{options.network}-*.md"):
        old.unlink()
    (models / f"{options.network}-{entry['version']}.md").write_text("\n\n".join(parts) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", default=str(ROOT / "models"), help="the folder of network and manifest, and of the card")
    parser.add_argument("network")
    parser.add_argument("reports", nargs="+", help="what drape eval SET --json printed; the file's name is its title")
    main(parser.parse_args())
