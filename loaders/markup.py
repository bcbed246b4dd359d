"""Marks in a line that are no words of the letter: Markdown, wiki, HTML, invisible characters."""

import re

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]")
# "govern¬" at the end of a line, and the same with a hyphen that shows only there
_BROKEN = re.compile("(?<=\\w)[\u00ad¬]\\s*$")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
# a line without any of these holds no mark
_MARK = re.compile(r"[*_\[<#=|\\]|'{3}|^\s*-")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # "![the signature](a.png)" is a picture: nothing of it is the letter's word
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    # "[Strategic Plan](#)" keeps its words; "[1]" alone is a note's mark and stays
    (re.compile(r"\[([^\[\]]+)\]\((?:[^()\s]|\([^()]*\))*\)"), r"\1"),
    # "[[Home Office|the department]]" and "[[Home Office]]"
    (re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]"), r"\1"),
    # "<https://…>" and "<b>"
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"), r"\1"),
    (re.compile(r"</?(?:b|i|u|em|strong|span|p|br|div|font|sup|sub|a)\b[^<>]*>", re.IGNORECASE), ""),
    # "**bold**", "__bold__", "'''bold'''", "*slanted*", and a pair that a page turn has cut in two
    (re.compile(r"\*\*|__|'{3,}|(?<![\w*])\*(?=\w)|(?<=[\w.,;:!?)])\*(?![\w*])"), ""),
    # "## Heading", "== Heading ==", "> quoted"
    (re.compile(r"^\s{0,3}#{1,6}\s+|^\s*={2,}\s*(?=\S)|\s*={2,}\s*$"), ""),
    (re.compile(r"^\s*\|\s*|\s*\|\s*$"), ""),
    (re.compile(r"^\s*(?:[-*_]\s*){3,}$|^\s*[-=_]{3,}\s*$|^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*$"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])"), r"\1"),
)


def remove_markup(line: str) -> str:
    """Return the words of `line`, its inner runs of spaces kept, for they may part two columns."""
    line = _SPACES.sub(" ", _INVISIBLE.sub("", _BROKEN.sub("-", line))).replace("\t", "    ")
    if not _MARK.search(line):
        return line.rstrip()
    for pattern, words in _RULES:
        line = pattern.sub(words, line)
    return line.rstrip()
