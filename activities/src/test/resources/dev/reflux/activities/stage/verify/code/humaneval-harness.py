"""HumanEval's own way to a verdict (Chen et al. 2021, execution.py): one forked process a case, one digit a verdict."""

import json
import os
import signal
import sys

TIMEOUT = 3.0


def verdict(case):
    child = os.fork()
    if child == 0:
        run(case)
    _, status = os.waitpid(child, 0)
    return "1" if status == 0 else "0"


def run(case):
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    signal.setitimer(signal.ITIMER_REAL, TIMEOUT)
    program = case["prompt"] + case["completion"] + "\n" + case["test"] + "\n" + f"check({case['entry_point']})"
    try:
        exec(program, {})
        os._exit(0)
    except BaseException:
        os._exit(1)


with open("/program/cases.jsonl", encoding="utf-8") as cases:
    print("".join(verdict(json.loads(line)) for line in cases))
