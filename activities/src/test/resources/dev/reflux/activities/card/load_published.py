"""Loads a published folder by its card, and holds each configuration to what trainers expect of its format.

Usage: load_published.py FOLDER. Exports are named FORMAT[-NOTE].ENDING. TRL's own functions judge its columns where trl and transformers can
be imported; neither needs torch for that. Exit code 77: the library datasets is not there.
"""

import json
import pathlib
import sys

try:
    import datasets
    import yaml
except ImportError:
    print("needs Python's libraries datasets and yaml")
    sys.exit(77)

try:
    import tokenizers
    import transformers
    from trl import data_utils
except ImportError as absent:
    data_utils = None
    ABSENT = absent

CHATML = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
# What TRL's trainers document: SFT takes messages, text or prompt-completion; DPO preference; KTO unpaired preference.
COLUMNS = {
    "messages": {"messages"},
    "text": {"text", "masks"},
    "preference": {"prompt", "chosen", "rejected"},
    "binary": {"prompt", "completion", "label"},
    "prompt": {"prompt"},
}
# LLaMA-Factory's default tags, and who may speak in turn: those asked and those who answer.
TAGS = {"role_tag": "from", "content_tag": "value", "user_tag": "human", "assistant_tag": "gpt", "system_tag": "system"}


def tokenizer():
    plain = tokenizers.Tokenizer(tokenizers.models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    return transformers.PreTrainedTokenizerFast(tokenizer_object=plain, chat_template=CHATML)


def check_trl(name, loaded):
    layout = name.split(".")[0].split("-")[0]
    if layout not in COLUMNS:
        return
    assert set(loaded.column_names) == COLUMNS[layout], f"{name}: columns {loaded.column_names}"
    if layout == "binary":
        assert loaded.features["label"].dtype == "bool", f"{name}: label is {loaded.features['label']}"
    if data_utils is None:
        return
    talked = layout == "messages" or "-talked" in name
    for row in loaded:
        assert data_utils.is_conversational(row) == talked, f"{name}: TRL takes its form for another"
        plain = data_utils.maybe_apply_chat_template(row, tokenizer())
        texts = [value for column, value in plain.items() if column not in ("label", "masks")]
        assert texts and all(isinstance(text, str) for text in texts), f"{name}: TRL makes {plain}"
        if talked and layout == "preference":
            assert plain["prompt"].endswith("<|im_start|>assistant\n"), plain["prompt"]
            assert data_utils.maybe_extract_prompt(row)["prompt"] == row["prompt"]
    if layout == "preference":
        unpaired = data_utils.unpair_preference_dataset(loaded)
        assert set(unpaired.column_names) == COLUMNS["binary"], unpaired.column_names


def check_text(loaded):
    for row in loaded:
        for begin, end in row["masks"]:
            assert row["text"][begin:end].endswith("<|im_end|>"), row["text"][begin:end]
        assert "assistant\n" + row["text"][slice(*row["masks"][-1])] in row["text"]


def check_llama_factory(folder, entry, name):
    file = folder / entry["file_name"]
    assert file.suffix in (".json", ".jsonl", ".csv", ".parquet", ".txt"), f"{name}: {file.suffix}"
    kind = {".jsonl": "json"}.get(file.suffix, file.suffix[1:])
    rows = datasets.load_dataset(kind, data_files=str(file), split="train", keep_in_memory=True)
    columns = entry["columns"]
    missing = set(columns.values()) - set(rows.column_names)
    assert not missing, f"{name}: {missing} are missing among {rows.column_names}"
    tags = {**TAGS, **entry.get("tags", {})}
    for row in rows:
        if entry["formatting"] == "sharegpt":
            check_turns(row[columns["messages"]], tags, name)
        else:
            texts = [row[columns[role]] for role in ("prompt", "response", "chosen", "rejected") if role in columns]
            assert all(isinstance(text, str) for text in texts), f"{name}: {texts}"
        if "kto_tag" in columns:
            assert isinstance(row[columns["kto_tag"]], bool), f"{name}: kto_tag must be bool"
        if entry.get("ranking"):
            assert {"prompt", "chosen", "rejected"} <= set(columns), f"{name}: {columns}"


def check_turns(turns, tags, name):
    if turns[0][tags["role_tag"]] == tags["system_tag"]:
        turns = turns[1:]
    assert len(turns) % 2 == 0, f"{name}: turns must end in an answer"
    for place, turn in enumerate(turns):
        speaker = tags["user_tag"] if place % 2 == 0 else tags["assistant_tag"]
        assert turn[tags["role_tag"]] == speaker, f"{name}: turn {place} is {turn}"
        assert isinstance(turn[tags["content_tag"]], str), f"{name}: {turn}"


def main():
    folder = pathlib.Path(sys.argv[1])
    header = yaml.safe_load((folder / "README.md").read_text(encoding="utf-8").split("\n---\n")[0])
    assert header["license"] == "cc-by-4.0" and header["language"] == ["en", "no"], header
    names = [config["config_name"] for config in header["configs"]]
    for name in names:
        loaded = datasets.load_dataset(str(folder), name, split="train", keep_in_memory=True)
        assert len(loaded) > 0, f"{name}: no rows"
        check_trl(name, loaded)
        if name.startswith("text"):
            check_text(loaded)
    entries = json.loads((folder / "dataset_info.json").read_text(encoding="utf-8"))
    for name, entry in entries.items():
        check_llama_factory(folder, entry, name)
    unlisted = {name for name in names if name not in entries}
    assert unlisted == {name for name in names if "-talked" in name}, f"not in dataset_info.json: {unlisted}"
    judge = f"trl {__import__('trl').__version__}" if data_utils else f"no trl: {ABSENT}"
    print(f"{len(names)} configurations loaded with datasets {datasets.__version__}; {judge}")


main()
