#!/usr/bin/env python3
"""Lists sentences of Javadoc, help, settings' descriptions and the dashboard's page that begin like a question.

A type's first sentence is a noun phrase, a method's begins with a verb in the third person, and no
sentence begins with What, How, Whether, Where, Which, Who or As often. Exit status: 0 if there is
none, 1 otherwise.

    scripts/check-english.py [--count] [FOLDER ...]     default: all modules and docs
"""
import collections
import pathlib
import re
import sys

WORDS = r"(?:What|How|Whether|Where|Which|Who|Whose|As often)\b"
START = re.compile(r"(?:^|(?<=[.!?:] )|(?<=[.!?:]\n))" + WORDS + r"(?![^.!?]*\?)")
COMMENT = re.compile(r"/\*\*(.*?)\*/", re.DOTALL)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
TEXTS = re.compile(
    r"(?:@Description\(|description(?:Heading)?\s*=|header\s*=|footer\s*=)\s*[{\s]*((?:\"(?:[^\"\\]|\\.)*\"[\s+,]*)+)"
)
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def javadoc(source):
    for match in COMMENT.finditer(source):
        lines = [re.sub(r"^\s*\* ?", "", line) for line in match.group(1).splitlines()]
        paragraphs = re.split(r"\n\s*\n|<p>|<li>|\n(?=@)", "\n".join(lines))
        for paragraph in paragraphs:
            text = " ".join(paragraph.split())
            text = re.sub(r"^@(?:param\s+\S+|return|throws\s+\S+)\s*", "", text)
            if text:
                yield match.start(), text[0].upper() + text[1:]


def texts(source):
    for match in TEXTS.finditer(source):
        yield match.start(), "".join(STRING.findall(match.group(1)))


def script(source):
    for match in re.finditer(r"((?:^[ \t]*//.*\n)+)", source, re.MULTILINE):
        yield match.start(), " ".join(line.strip()[2:].strip() for line in match.group(1).splitlines())
    for match in STRING.finditer(source):
        yield match.start(), match.group(1)


def markdown(source):
    blank = FENCE.sub(lambda m: "\n" * m.group(0).count("\n"), source)
    for match in re.finditer(r"(?:^|\n)((?:[^\n]+\n?)+)", blank):
        yield match.start(1), re.sub(r"^[#>*\-\d.| ]+", "", match.group(1))


def findings(path):
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        parts = list(markdown(source))
    elif path.suffix == ".js":
        parts = list(script(source))
    else:
        parts = list(javadoc(source)) + list(texts(source))
    for offset, text in parts:
        for match in START.finditer(text):
            sentence = re.split(r"(?<=[.!?])\s", text[match.start() :])[0]
            yield source.count("\n", 0, offset) + 1, " ".join(sentence.split())[:110]


def main():
    arguments = [a for a in sys.argv[1:] if a != "--count"]
    root = pathlib.Path(__file__).resolve().parent.parent
    roots = [pathlib.Path(a) for a in arguments] or [
        *sorted(root.glob("nas-*")),
        root / "benchmarks",
        root / "docs",
        root / "README.md",
        root / "CONTRIBUTING.md",
    ]
    counts = collections.Counter()
    for start in roots:
        files = [start] if start.is_file() else sorted(start.rglob("*"))
        for path in files:
            if path.suffix not in (".java", ".md", ".js") or path.name.endswith(".min.js") or "target" in path.parts or ".fast" in path.parts:
                continue
            for line, sentence in findings(path):
                counts[start.name] += 1
                if "--count" not in sys.argv:
                    print(f"{path}:{line}: {sentence}")
    for name, count in sorted(counts.items()):
        if "--count" in sys.argv:
            print(f"{count:5d}  {name}")
    return 1 if counts else 0


sys.exit(main())
