"""From judgement to change: weak statements become a plan, its checks come due, the line meeting holds them, and the
next round shows what moved. It plays on days of its own, because in a holiday nothing is due."""

import re

import pytest
from playwright.sync_api import expect

from harness.days import MONDAY, NEXT_TERM
from harness.hands import Keys, Pointer
from harness.page_check import check_page
from harness.planning import (
    LOOKED, RESPONSE, approve, hold_the_meeting, open_agreed, pick_three_weak_statements, put_live, write_plan,
)  # fmt: skip

PLAYED = {"scripting": (Pointer, ()), "phone, no scripting": (Pointer, ("phone", "no-script")), "keys alone": (Keys, ())}


@pytest.mark.parametrize(["hand", "looks"], PLAYED.values(), ids=PLAYED)
def test_what_was_judged_becomes_a_plan_that_is_looked_at(on_a_day, hand, looks):
    visit = on_a_day(MONDAY)
    writer, leader = hand(visit("Amir Hussain", *looks)), hand(visit("Kate Brennan", *looks))
    pick_three_weak_statements(writer)
    plan = write_plan(writer)
    approve(leader)
    put_live(writer, plan)
    check_page(writer.page)

    leader.page.goto("/")
    expect(leader.page.get_by_text(LOOKED)).to_be_visible()
    hold_the_meeting(leader)
    check_page(leader.page)

    liaison = visit("Aisha Karim", *looks)
    liaison.goto(plan)
    expect(liaison.get_by_text("Not working yet").first).to_be_visible()
    expect(liaison.get_by_text(RESPONSE).first).to_be_visible()
    check_page(liaison)

    visit = on_a_day(NEXT_TERM)
    leader = visit("Kate Brennan", *looks)
    expect(leader.get_by_role("heading", name="Missed")).to_be_visible()
    liaison = hand(visit("Aisha Karim", *looks))
    open_agreed(liaison)
    liaison.press(liaison.page.get_by_role("link", name=re.compile("[Mm]oved|[Mm]ovement")).first)
    expect(liaison.page.get_by_role("link", name="English plan").first).to_be_visible()
    check_page(liaison.page)
