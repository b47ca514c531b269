import os
import sys
import traceback
import types

SOLUTION = "/program/solution.py"
DOES_NOT_COMPILE = 97

proof = sys.stdin.readline()
with open(SOLUTION, encoding="utf-8") as file:
    source = file.read()
try:
    code = compile(source, SOLUTION, "exec")
except (SyntaxError, ValueError):
    traceback.print_exc(limit=0)
    sys.exit(DOES_NOT_COMPILE)

# Not __main__: what an answer does only when it is run as a script is no part of it.
module = types.ModuleType("solution")
sys.modules["solution"] = module
exec(code, module.__dict__)
sys.stdout.flush()
os.write(1, b"\n" + proof.encode())
os._exit(0)
