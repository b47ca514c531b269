package dev.reflux.worker.orchestrator;

import dev.reflux.workflows.SearchAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.common.SearchAttributeKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Registers the search attributes that a namespace lacks; without them Temporal refuses to start a campaign. */
final class SearchAttributeRegistrar {
    private final Connection connection;

    SearchAttributeRegistrar(Connection connection) {
        this.connection = connection;
    }

    /** {@code Name=Type} for each, as the temporal CLI takes them. */
    static List<String> asCliArguments() {
        return SearchAttributes.all().stream()
                .map(key -> key.getName() + "=" + cliType(key))
                .toList();
    }

    /**
     * Registers what is missing.
     *
     * @throws OrchestratorUnreachableException if this is not permitted, with the commands that do it
     */
    void register() {
        Map<String, IndexedValueType> missing = new TreeMap<>();
        SearchAttributes.all().forEach(key -> missing.put(key.getName(), key.getValueType()));
        missing.keySet().removeAll(registered());
        if (!missing.isEmpty()) {
            add(missing);
        }
    }

    /** The test server cannot list them; adding one twice does no harm there. */
    private Set<String> registered() {
        try {
            return connection
                    .operator()
                    .blockingStub()
                    .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                            .setNamespace(connection.namespace())
                            .build())
                    .getCustomAttributesMap()
                    .keySet();
        } catch (StatusRuntimeException answer) {
            if (answer.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                return Set.of();
            }
            throw refused(answer);
        }
    }

    private void add(Map<String, IndexedValueType> missing) {
        try {
            connection
                    .operator()
                    .blockingStub()
                    .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                            .setNamespace(connection.namespace())
                            .putAllSearchAttributes(missing)
                            .build());
        } catch (StatusRuntimeException answer) {
            if (answer.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw refused(answer);
            }
        }
    }

    private OrchestratorUnreachableException refused(StatusRuntimeException answer) {
        String commands = SearchAttributes.all().stream()
                .map(key -> "  temporal operator search-attribute create --namespace " + connection.namespace()
                        + " --name " + key.getName() + " --type " + cliType(key))
                .collect(Collectors.joining("\n"));
        return new OrchestratorUnreachableException(
                "namespace " + connection.namespace() + " must have the search attributes of Reflux, and registering "
                        + "them was refused (" + answer.getStatus().getCode() + "); let an operator run:\n" + commands,
                answer);
    }

    private static String cliType(SearchAttributeKey<?> key) {
        return switch (key.getValueType()) {
            case INDEXED_VALUE_TYPE_KEYWORD -> "Keyword";
            case INDEXED_VALUE_TYPE_TEXT -> "Text";
            case INDEXED_VALUE_TYPE_INT -> "Int";
            case INDEXED_VALUE_TYPE_DOUBLE -> "Double";
            case INDEXED_VALUE_TYPE_BOOL -> "Bool";
            case INDEXED_VALUE_TYPE_DATETIME -> "Datetime";
            default -> throw new IllegalStateException("the temporal CLI has no word for " + key.getValueType());
        };
    }
}
