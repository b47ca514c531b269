package dev.reflux.config;

/** Who serves the teacher. */
public enum Provider {
    /** OpenAI, or any server that speaks its chat API: vLLM, SGLang, llama.cpp, Ollama's /v1, OpenRouter. */
    OPENAI,
    ANTHROPIC,
    GEMINI,
    MISTRAL,
    OLLAMA,
    /** An {@link EmbeddedModel} in this process, under a logistic regression on the seeds: no key, no network, no cost. */
    EMBEDDED,
    /** Answers that were recorded in a file: no key, no network, no cost. */
    REPLAY,
    /** Answers made up to fit each question: no key, no network, no cost, and worth nothing but to try a campaign. */
    REHEARSAL,
    /** A reward model behind a URL: gives answers a number, and says nothing. */
    REWARD;

    /** True if it is asked over a network. */
    public boolean isRemote() {
        return switch (this) {
            case OPENAI, ANTHROPIC, GEMINI, MISTRAL, OLLAMA, REWARD -> true;
            case EMBEDDED, REPLAY, REHEARSAL -> false;
        };
    }
}
