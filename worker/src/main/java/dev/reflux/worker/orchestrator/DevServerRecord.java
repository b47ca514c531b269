package dev.reflux.worker.orchestrator;

/**
 * A dev server that runs, as {@code temporal.json} in the workspace names it.
 *
 * @param pid its process
 * @param port where it serves gRPC, on the loopback address
 * @param uiPort where it serves its UI
 */
record DevServerRecord(long pid, int port, int uiPort) {
    String address() {
        return "127.0.0.1:" + port;
    }

    String ui() {
        return "http://localhost:" + uiPort;
    }
}
