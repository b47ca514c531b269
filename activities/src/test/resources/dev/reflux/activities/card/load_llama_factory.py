"""Has LLaMA-Factory itself read every data set of a folder's dataset_info.json, and holds what its trainers would get to the rows.

Usage: load_llama_factory.py FOLDER. Names of data sets begin with their format. Its own parser, loader, converters, templates and processors
do the work; torch and peft, with which nothing that reads data computes, are stood in for where they are not installed. Exit code 77: it is
not there, and the last line says what is missing.
"""

import importlib.util
import json
import pathlib
import sys
import types

# What is learnt from each format; from every other one a conversation is.
STAGES = {"preference": "rm", "binary": "kto", "text": "pt", "prompt": "ppo"}
# The token at the end of a text; every other one is a character.
END = 0x110000


class StandIn(types.ModuleType):
    """A library that is not installed, for code that names it and does not use it."""

    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return StandIn(name)

    def __call__(self, *arguments, **settings):
        return False

    def __or__(self, other):
        return self

    __ror__ = __or__


class PlainPlugin:
    """What LLaMA-Factory does to messages without images, videos and sounds: nothing."""

    def process_messages(self, messages, *media):
        return messages

    def process_token_ids(self, tokens, labels, *media):
        return tokens, labels


class Characters:
    """A tokenizer whose tokens are characters."""

    eos_token, eos_token_id, bos_token, bos_token_id = "</s>", END, None, None
    chat_template = None

    def encode(self, text, **settings):
        return [ord(character) for character in text]

    def decode(self, tokens):
        return "".join("</s>" if token == END else chr(token) for token in tokens if token >= 0)

    def add_special_tokens(self, tokens, **settings):
        return 0

    def __call__(self, texts, **settings):
        return {"input_ids": [self.encode(text) for text in texts]}


def missing():
    """What is not installed and cannot be stood in for, or None."""
    for name in ("datasets", "transformers", "llamafactory"):
        if importlib.util.find_spec(name) is None:
            return name
    return None


def load_modules():
    """LLaMA-Factory's loader and templates."""
    # Both look for torch when they are imported: before anything stands in for it.
    import datasets  # noqa: F401
    import transformers.dynamic_module_utils  # noqa: F401
    from transformers import InfNanRemoveLogitsProcessor, LogitsProcessorList  # noqa: F401

    named = ("torch", "torch.distributed", "peft", "peft.utils")
    stood_in = [name for name in named if importlib.util.find_spec(name.split(".")[0]) is None]
    sys.modules.update((name, StandIn(name)) for name in stood_in)
    import llamafactory

    # Its package of data imports also what makes batches and what reads pictures, which is made of torch.
    data = types.ModuleType("llamafactory.data")
    data.__path__ = [str(pathlib.Path(llamafactory.__file__).parent / "data")]
    plugins = types.ModuleType("llamafactory.data.mm_plugin")
    plugins.get_mm_plugin = lambda name, **settings: PlainPlugin()
    sys.modules.update({data.__name__: data, plugins.__name__: plugins})
    from llamafactory.data import loader, template

    for name in stood_in:
        del sys.modules[name]
    return loader, template


def arguments(folder):
    data = types.SimpleNamespace(
        dataset_dir=str(folder), media_dir=str(folder), streaming=False, overwrite_cache=True, preprocessing_num_workers=None,
        preprocessing_batch_size=1000, max_samples=None, cutoff_len=1_000_000, mask_history=False, train_on_prompt=False, packing=False,
        template="qwen",
    )
    model = types.SimpleNamespace(cache_dir=None, hf_hub_token=None)
    training = types.SimpleNamespace(seed=1, local_process_index=0, predict_with_generate=False, should_log=False)
    return data, model, training


def trained_on(folder, name, modules):
    """What its trainers get of each row: the text, the part of it that is learnt, and whether it is a wanted one."""
    loader, template = modules
    data, model, training = arguments(folder)
    stage = STAGES.get(name.split("-")[0], "sft")
    aligned = loader._get_merged_dataset([name], model, data, training, stage)
    tokenizer = Characters()
    tokens = loader._get_preprocessed_dataset(aligned, data, training, stage, template.TEMPLATES["qwen"], tokenizer)
    made = []
    for row in tokens:
        if stage == "rm":
            made.append((tokenizer.decode(row["chosen_input_ids"]), tokenizer.decode(row["rejected_labels"]), None))
        else:
            labels = row.get("labels", row["input_ids"])
            made.append((tokenizer.decode(row["input_ids"]), tokenizer.decode(labels), row.get("kto_tags")))
    return made


def said(row, entry):
    """What of a row must be in the text, in this order; and what must be learnt."""
    columns = {role: row[column] for role, column in entry["columns"].items()}
    parts = [columns.get("system")]
    if entry["formatting"] == "sharegpt":
        tags = {"role_tag": "from", "content_tag": "value", "function_tag": "function_call", **entry.get("tags", {})}
        turns = columns["messages"]
        opening = 1 if turns[0][tags["role_tag"]] == "system" else 0
        parts += [part for turn in turns[:opening] for part in spoken(turn, tags)]
        parts += [tool.get("function", tool)["name"] for tool in json.loads(columns.get("tools") or "[]")]
        parts += [part for turn in turns[opening:] for part in spoken(turn, tags)]
        answers = [columns.get("chosen"), columns.get("rejected")]
        answers = [part for turn in answers if turn for part in spoken(turn, tags)]
    else:
        parts += [part for turns in columns.get("history") or [] for part in turns]
        parts += [columns.get("prompt"), columns.get("query")]
        answers = [columns.get(role) for role in ("response", "chosen", "rejected")]
    answers = [answer for answer in answers if answer is not None]
    parts += answers[:1]
    return [part for part in parts if part], answers[-1:]


def spoken(turn, tags):
    """The words of a turn; of a call of functions their names and arguments."""
    content = turn[tags["content_tag"]]
    if turn[tags["role_tag"]] != tags["function_tag"]:
        return [content]
    calls = json.loads(content)
    calls = calls if isinstance(calls, list) else [calls]
    return [part for call in calls for part in (call["name"], json.dumps(call["arguments"], ensure_ascii=False))]


def require_in_order(text, parts, place):
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{place}: {part!r} is not in {text!r} behind character {at}"
        at = found + len(part)


def check(folder, name, entry, modules):
    import datasets

    kind = {".jsonl": "json"}.get(pathlib.Path(entry["file_name"]).suffix, pathlib.Path(entry["file_name"]).suffix[1:])
    rows = datasets.load_dataset(kind, data_files=str(folder / entry["file_name"]), split="train", keep_in_memory=True)
    made = trained_on(folder, name, modules)
    assert len(made) == len(rows) > 0, f"{name}: {len(made)} of {len(rows)} rows are trained on"
    for number, (row, (text, learnt, wanted)) in enumerate(zip(rows, made)):
        parts, answer = said(row, entry)
        place = f"{name} row {number}"
        require_in_order(text, parts, place)
        require_in_order(learnt, answer, place)
        if "kto_tag" in entry["columns"]:
            assert wanted is row[entry["columns"]["kto_tag"]], f"{place}: {wanted} for {row}"
    return [text for text, _, _ in made]


def main():
    absent = missing()
    if absent:
        print(f"needs Python's library {absent}")
        sys.exit(77)
    modules = load_modules()
    folder = pathlib.Path(sys.argv[1])
    entries = json.loads((folder / "dataset_info.json").read_text(encoding="utf-8"))
    texts = {name: check(folder, name, entry, modules) for name, entry in entries.items()}
    # The same conversations in other layouts are the same texts to learn.
    talks = [name for name in entries if name in ("messages", "alpaca", "sharegpt")]
    for name in talks:
        assert texts[name] == texts[talks[0]], f"{name}: {texts[name]} for {texts[talks[0]]}"
    print(f"{len(entries)} data sets read by llamafactory {__import__('llamafactory').__version__}")


main()
