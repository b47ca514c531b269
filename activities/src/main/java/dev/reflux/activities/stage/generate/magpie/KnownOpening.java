package dev.reflux.activities.stage.generate.magpie;

import java.util.List;

/**
 * The chat templates of model families, up to where the user's turn begins. A token that opens the text, such as Llama's
 * {@code <|begin_of_text|>}, is left out: servers put it there themselves, and twice it would spoil the draw.
 */
public enum KnownOpening {
    LLAMA_3(
            "<|start_header_id|>system<|end_header_id|>\n\n{system}<|eot_id|>",
            "<|start_header_id|>user<|end_header_id|>\n\n",
            List.of("<|eot_id|>", "<|end_of_text|>", "<|start_header_id|>")),
    /** ChatML, as Qwen, Yi and many others speak it. */
    QWEN(
            "<|im_start|>system\n{system}<|im_end|>\n",
            "<|im_start|>user\n",
            List.of("<|im_end|>", "<|endoftext|>", "<|im_start|>")),
    /** Has no place for a system prompt: it stands at the beginning of the user's turn. */
    MISTRAL("", "[INST] {system}", List.of("[/INST]", "</s>")),
    /** Has no place for a system prompt: it stands at the beginning of the user's turn. */
    GEMMA("", "<start_of_turn>user\n{system}", List.of("<end_of_turn>", "<eos>", "<start_of_turn>")),
    PHI_3("<|system|>\n{system}<|end|>\n", "<|user|>\n", List.of("<|end|>", "<|endoftext|>", "<|assistant|>"));

    private final String systemTurn;
    private final String userTurn;
    private final List<String> stops;

    KnownOpening(String systemTurn, String userTurn, List<String> stops) {
        this.systemTurn = systemTurn;
        this.userTurn = userTurn;
        this.stops = stops;
    }

    /** Everything before the user's first word, with <code>{system}</code> where a system prompt stands. */
    String text() {
        return systemTurn + userTurn;
    }

    /** The same without any system prompt. */
    String textWithoutSystem() {
        return userTurn.replace(TurnOpening.SYSTEM, "");
    }

    /** A system prompt as it is put in; one within the user's turn is set apart by an empty line. */
    String shown(String system) {
        return systemTurn.isEmpty() ? system + "\n\n" : system;
    }

    List<String> stops() {
        return stops;
    }
}
