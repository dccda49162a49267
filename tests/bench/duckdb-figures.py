#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the catalogue's questions about pathways to DuckDB: the same measures, by the same variables, for twelve months.

Usage: duckdb-figures.py REFERENCE FOLDER question   writes measures.txt, variables.txt and columns.txt
       duckdb-figures.py REFERENCE FOLDER sql        writes figures.sql, once bench-figures has written pathways.csv
       duckdb-figures.py REFERENCE FOLDER compare    holds theirs.csv against figures.csv

The catalogue's rows are turned into SQL as they stand. Left out on both sides: measures counted from other tables, parts
that look into them, and variables of which somebody may be in several groups. What depends on the month (age, latest
session) is a column worked out before DuckDB starts, which is to its advantage. For each month there is one statement for
everybody and one for each variable, all measures in each: it is many times faster at that than at one with GROUPING SETS.
"""
import csv
import math
import pathlib
import re
import sys

NAME = r"[A-Za-z][A-Za-z0-9_]*"
STATISTICS = {"count": "count(*)", "sum": "sum({})", "mean": "avg({})", "median": "median({})", "max": "max({})", "min": "min({})"}
BY_PERIOD = {"Age_PeriodEnd", "TherapySession_LatestDate", "Employment_Latest"}
LISTS = {"DisabCode", "SocPerCircumstance", "LongTermCondition", "IntEnabledTherProg"}
COUNTS = re.compile(r"(_Count|_Minutes|Count_EmploymentStatuses|FirstStage|SecondStage|StageDays|Age_PeriodEnd)$")


class Unsaid(Exception):
    """A condition that only other tables can answer."""


class Month:
    """Turns conditions into SQL for one month; collects the columns they name."""

    def __init__(self, number=1, start=0, end=0):
        self.number, self.start, self.end = number, start, end
        self.columns = set()

    def column(self, name):
        if name in LISTS:
            raise Unsaid(name)
        self.columns.add(name)
        return f"{name}_{self.number}" if name in BY_PERIOD else name

    def sum(self, text):
        def replace(match):
            word = match.group(0)
            bounds = {"PeriodStart": str(self.start), "PeriodEnd": str(self.end)}
            return bounds.get(word) or self.column(word)
        return re.sub(NAME, replace, text)

    def values(self, name, text):
        words = [word.strip() for word in text.split(",")]
        return ", ".join(words) if COUNTS.search(name) else ", ".join(f"'{word}'" for word in words)

    def part(self, text):
        text = text.strip()
        if text.startswith("has "):
            raise Unsaid(text)
        for pattern, act in (
                (rf"({NAME}) in period$", lambda m: f"{self.column(m[1])} BETWEEN {self.start} AND {self.end}"),
                (rf"({NAME}) open$", lambda m: f"({self.column(m[1])} IS NULL OR {self.column(m[1])} > {self.end})"),
                (rf"({NAME}) filled$", lambda m: f"{self.column(m[1])} IS NOT NULL"),
                (rf"({NAME}) empty$", lambda m: f"{self.column(m[1])} IS NULL"),
                (rf"({NAME}) not in (.*)$",
                 lambda m: f"{self.column(m[1])} NOT IN ({self.values(m[1], m[2])})" if not COUNTS.search(m[1])
                 else f"coalesce({self.column(m[1])} NOT IN ({self.values(m[1], m[2])}), true)"),
                (rf"({NAME}) in (.*)$", lambda m: f"{self.column(m[1])} IN ({self.values(m[1], m[2])})"),
                (rf"({NAME}) starts (.*)$",
                 lambda m: "(" + " OR ".join(f"starts_with({self.column(m[1])}, '{w.strip()}')" for w in m[2].split(",")) + ")"),
                (rf"({NAME}) contains (.*)$",
                 lambda m: "(" + " OR ".join(f"contains(lower({self.column(m[1])}), '{w.strip().lower()}')" for w in m[2].split(",")) + ")"),
                (rf"({NAME}) lacks (.*)$",
                 lambda m: "NOT (" + " OR ".join(f"contains(lower({self.column(m[1])}), '{w.strip().lower()}')" for w in m[2].split(",")) + ")"),
                (rf"not ({NAME})$", lambda m: f"{self.column(m[1])} = 0"),
                (rf"({NAME})$", lambda m: f"{self.column(m[1])} <> 0"),
                (r"(.*?)(<=|>=|!=|<|>|=)(.*)$", lambda m: f"{self.sum(m[1])} {m[2]} {self.sum(m[3])}")):
            match = re.match(pattern, text)
            if match:
                return act(match)
        raise Unsaid(text)

    def condition(self, text):
        clauses = [" OR ".join(f"({self.part(part)})" for part in clause.split("|"))
                   for clause in text.split(";") if clause.strip()]
        return " AND ".join(f"({clause})" for clause in clauses) or "true"


def read(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def aggregate(row, month):
    date = f"{row['date']} in period;" if row["date"] else ""
    function = STATISTICS[row["statistic"]].format(month.sum(row["value"]))
    return f"{function} FILTER (WHERE {month.condition(date + row['conditions'])})"


def group(variable, groups, month):
    if variable["column"]:
        return f"coalesce({month.column(variable['column'])}, '{variable['missing']}')"
    cases, otherwise = [], "NULL"
    for row in sorted(groups, key=lambda row: int(row["rank"] or 10 ** 9)):
        label = row["label"].replace("'", "''")
        if row["conditions"] == "otherwise":
            otherwise = f"'{label}'"
        else:
            cases.append(f"WHEN {month.condition(row['conditions'])} THEN '{label}'")
    return f"CASE {' '.join(cases)} ELSE {otherwise} END"


def choose(reference, month):
    """The measures and variables that can be asked of a table of pathways."""
    measures, variables = [], []
    groups = read(reference, "variable-groups")
    for row in read(reference, "measures"):
        try:
            if row["table"] == "referral" and row["statistic"] in STATISTICS and row["listed"] == "Y":
                aggregate(row, month)
                measures.append(row)
        except Unsaid:
            pass
    for row in read(reference, "variables"):
        own = [one for one in groups if one["variable"] == row["variable"]]
        try:
            if row["kind"] != "many":
                group(row, own, month)
                variables.append((row, own))
        except Unsaid:
            pass
    return measures, variables


def write_question(reference, folder):
    month = Month()
    measures, variables = choose(reference, month)
    for name, lines in (("measures", [row["id"] for row in measures]), ("variables", [row["variable"] for row, _ in variables]),
                        ("columns", sorted(month.columns))):
        (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(measures)} measures by {len(variables)} variables from {len(month.columns)} columns")


def write_sql(reference, folder):
    statements = []
    with open(folder / "figures.csv", encoding="utf-8", newline="") as file:
        periods = [(int(row[0]), int(row[1])) for row in csv.reader(file)]
    for number, (start, end) in enumerate(periods, 1):
        month = Month(number, start, end)
        measures, variables = choose(reference, month)
        figures = ", ".join(f"{aggregate(row, month)} AS m{i}" for i, row in enumerate(measures))
        statements.append(f"SELECT {figures} FROM pathways")
        statements += [f"SELECT {group(row, own, month)} AS label, {figures} FROM pathways GROUP BY label"
                       for row, own in variables]
    (folder / "figures.sql").write_text(";\n".join(statements), encoding="utf-8")


def compare(folder):
    rows = [list(csv.reader(open(folder / name, encoding="utf-8"))) for name in ("figures.csv", "theirs.csv")]
    ids = (folder / "measures.txt").read_text(encoding="utf-8").split()
    differing = set()
    for ours, theirs in zip(*rows):
        for name, a, b in zip(ids, ours[2:], theirs):
            a, b = (math.nan if x in ("nan", "-nan", "", "null", "NULL") else float(x) for x in (a, b))
            if not (math.isnan(a) and math.isnan(b)) and not math.isclose(a, b, rel_tol=1e-9):
                differing.add(f"{name} {a} {b}")
    print(f"figures of everybody that differ: {len(differing)} of {len(ids) * len(rows[1])}", *sorted(differing)[:5])


if __name__ == "__main__":
    REFERENCE, FOLDER, TASK = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    {"question": lambda: write_question(REFERENCE, FOLDER), "sql": lambda: write_sql(REFERENCE, FOLDER),
     "compare": lambda: compare(FOLDER)}[TASK]()
