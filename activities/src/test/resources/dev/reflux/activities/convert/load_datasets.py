"""Loads every file of a folder with Hugging Face datasets and holds it to its layout's columns and to the rows written.

Usage: load_datasets.py FOLDER. Files are named LAYOUT[-NOTE].ENDING; LAYOUT.jsonl holds the rows that all of one name must have.
Exit code 77: the library is not there.
"""

import json
import pathlib
import sys

try:
    import datasets
except ImportError:
    print("needs Python's library datasets")
    sys.exit(77)

try:
    import zstandard  # noqa: F401  (datasets needs it for .zst)
    SKIPPED = ()
except ImportError:
    SKIPPED = (".zst",)

try:
    from trl import data_utils
except ImportError:
    data_utils = None

# Columns that TRL's trainers look for, and LLaMA-Factory's converters with the default columns and tags.
COLUMNS = {
    "alpaca": ["instruction", "input", "output"],
    "sharegpt": ["conversations"],
    "messages": ["messages"],
    "preference": ["prompt", "chosen", "rejected"],
    "binary": ["prompt", "completion", "label"],
    "classification": ["text", "label"],
    "prompt": ["prompt"],
}
# Of which TRL tells by the first row whether they are texts or conversations.
TOLD_BY_TRL = ("messages", "preference", "binary", "prompt")
BUILDERS = {"jsonl": "json", "json": "json", "csv": "csv", "parquet": "parquet"}


def filled(value):
    """The value without what is null: a table has a cell in every row."""
    if isinstance(value, dict):
        return {name: filled(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [filled(inner) for inner in value]
    return value


def check(file):
    name, ending = file.name.split(".")[:2]
    layout = name.split("-")[0]
    loaded = datasets.load_dataset(
        BUILDERS[ending], data_files=str(file), split="train", cache_dir=str(file.parent / "cache"), keep_in_memory=True
    )
    missing = [column for column in COLUMNS[layout] if column not in loaded.column_names]
    assert not missing, f"{file.name}: columns {missing} are missing among {loaded.column_names}"
    with open(file.parent / f"{name}.jsonl", encoding="utf-8") as lines:
        written = [json.loads(line) for line in lines]
    rows = [filled(row) for row in loaded]
    assert rows == filled(written), f"{file.name}: rows differ, first {rows[0]} for {written[0]}"
    if data_utils and layout in TOLD_BY_TRL:
        talked = "-texts" not in name
        assert all(data_utils.is_conversational(row) == talked for row in loaded), f"{file.name}: TRL takes its form for another"
    if layout == "binary":
        assert all(isinstance(row["label"], bool) for row in loaded), f"{file.name}: label must be bool"


def main():
    files = sorted(file for file in pathlib.Path(sys.argv[1]).iterdir() if file.is_file() and not file.name.endswith(SKIPPED))
    for file in files:
        check(file)
    print(f"{len(files)} files loaded with datasets {datasets.__version__}")


main()
