"""Evaluations as somebody who judges finds them: the forms of their statements, with what is kept in each."""

import re
from dataclasses import dataclass

from .visitor import Visitor

SHEET = re.compile(r"^/evaluations/[0-9a-z]{25}$")
JUDGEMENT = re.compile(r"^/evaluations/[0-9a-z]{25}/judgements/[0-9a-z]{25}$")


@dataclass(frozen=True)
class Kept:
    """What a statement's form shows; level is empty when there is none."""

    level: str
    reason: str
    version: int


def evaluations(visitor: Visitor) -> list[str]:
    """The addresses of the evaluations on the visitor's list, those still open first."""
    return list(dict.fromkeys(link for link in visitor.get("/evaluations").links if SHEET.match(link)))


def statements(visitor: Visitor, sheet: str) -> dict[str, Kept]:
    """The statements of an evaluation that the visitor judges, by the address that a judgement is sent to."""
    answer = visitor.get(sheet)
    if answer.status != 200:
        raise RuntimeError(f"{sheet} was answered with {answer.status}")
    return {
        form.action: Kept(form.fields.get("level", ""), form.fields.get("reason", ""), int(form.fields["version"]))
        for form in answer.forms
        if JUDGEMENT.match(form.action)
    }


def form_token(visitor: Visitor, path: str = "/evaluations") -> str:
    return next(form.fields["form-token"] for form in visitor.get(path).forms if "form-token" in form.fields)
