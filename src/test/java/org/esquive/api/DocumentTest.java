package org.esquive.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.api.hook.CallView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The document that strangers write programs by says what the handlers do: every address, parameter, scope,
/// field and word, and no other.
class DocumentTest {
    private static final Path FILE = Path.of("src/main/resources/api/openapi.json");
    private static final String BASE = "/api/v1";
    private static final JsonNode DOCUMENT = read();

    private static final List<Class<?>> HANDLERS = List.of(
            LinesApi.class, DecisionsApi.class, FiguresApi.class, WatchApi.class, SettingsApi.class, DocumentApi.class);

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(FILE));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /// A handler and where it is.
    record Route(String verb, String path, Method handler) {
        JsonNode operation() {
            return DOCUMENT.path("paths").path(path).path(verb);
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    private static Stream<Route> routes() {
        return HANDLERS.stream().flatMap(type -> {
            RequestMapping base = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                    .map(method -> route(base.path()[0], method));
        });
    }

    private static Route route(String base, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        String path = base + (mapping.path().length == 0 ? "" : mapping.path()[0]);
        return new Route(
                mapping.method()[0].name().toLowerCase(java.util.Locale.ROOT), path.substring(BASE.length()), method);
    }

    @Test
    void everyHandlerIsInTheDocumentAndNothingElse() {
        TreeSet<String> documented = new TreeSet<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(verb -> documented.add(verb + " " + path.getKey())));
        assertThat(routes().map(Route::toString)).containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theParametersAreThoseOfTheHandler(Route route) {
        Stream<String> taken = Arrays.stream(route.handler().getParameters()).flatMap(DocumentTest::written);
        Stream<String> said = route.operation()
                .path("parameters")
                .valueStream()
                .map(parameter -> "%s %s %s"
                        .formatted(
                                parameter.path("in").asString(),
                                parameter.path("name").asString(),
                                parameter.path("required").asBoolean()));
        assertThat(taken).containsExactlyInAnyOrderElementsOf(said.toList());
    }

    private static Stream<String> written(Parameter parameter) {
        PathVariable path = parameter.getAnnotation(PathVariable.class);
        RequestParam query = parameter.getAnnotation(RequestParam.class);
        RequestHeader header = parameter.getAnnotation(RequestHeader.class);
        return Stream.of(
                        Optional.ofNullable(path).map(each -> "path " + each.value() + " true"),
                        Optional.ofNullable(query).map(each -> "query " + each.name() + " " + each.required()),
                        Optional.ofNullable(header).map(each -> "header " + each.name() + " " + each.required()))
                .flatMap(Optional::stream);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theScopeIsThatOfTheHandler(Route route) {
        JsonNode security = route.operation().path("security").path(0);
        Needs needs = route.handler().getAnnotation(Needs.class);
        if (needs == null) {
            assertThat(route.handler().isAnnotationPresent(NeedsNothing.class)).isTrue();
            assertThat(security.isEmpty()).isTrue();
        } else {
            assertThat(security.path("token").path(0).asString())
                    .isEqualTo(needs.value().word());
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theAnswerIsThatOfTheHandler(Route route) {
        Type answer = route.handler().getGenericReturnType();
        if (answer instanceof ParameterizedType wrapped && wrapped.getRawType() == ResponseEntity.class) {
            answer = wrapped.getActualTypeArguments()[0];
        }
        JsonNode content = route.operation().path("responses").path("200").path("content");
        if (answer == byte[].class) {
            assertThat(content.propertyNames()).containsExactly("application/yaml");
        } else if (!(answer instanceof Class<?> type) || type.isRecord()) {
            check(route.toString(), answer, content.path("application/json").path("schema"));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theBodyIsThatOfTheHandler(Route route) {
        Optional<Parameter> body = Arrays.stream(route.handler().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst();
        JsonNode content = route.operation().path("requestBody").path("content");
        assertThat(content.isMissingNode()).isEqualTo(body.isEmpty());
        if (body.isPresent() && body.get().getType() != byte[].class) {
            JsonNode schema = resolved(content.path("application/json").path("schema"));
            assertThat(schema.path("properties").propertyNames())
                    .containsExactlyElementsOf(
                            Arrays.stream(body.get().getType().getRecordComponents())
                                    .map(RecordComponent::getName)
                                    .toList());
        }
    }

    @Test
    void whatWebhooksCarryIsInTheDocumentToo() {
        JsonNode body = DOCUMENT.path("webhooks").path("told").path("post").path("requestBody");
        check(
                "webhook",
                CallView.class,
                body.path("content").path("application/json").path("schema"));
    }

    @Test
    void everyProblemAndEveryScopeIsNamed() {
        String whole = DOCUMENT.toString();
        assertThat(Fault.values())
                .filteredOn(fault -> fault != Fault.INTERNAL && fault != Fault.METHOD_NOT_ALLOWED)
                .allSatisfy(fault -> assertThat(whole).contains(fault.word()));
        assertThat(Scope.values()).allSatisfy(scope -> assertThat(whole).contains("`" + scope.word() + "`"));
    }

    @Test
    void nothingInTheDocumentIsUnused() {
        String whole = DOCUMENT.toString();
        DOCUMENT.path("components")
                .path("schemas")
                .propertyNames()
                .forEach(name -> assertThat(whole).contains("\"#/components/schemas/" + name + "\""));
    }

    /// A type and what the document says of it.
    private static void check(String where, Type type, JsonNode written) {
        JsonNode schema = resolved(written);
        switch (type) {
            case Class<?> record when record.isRecord() -> checkRecord(where, record, schema);
            case Class<?> word
            when word.isEnum() ->
                assertThat(schema.path("enum").valueStream().map(JsonNode::asString))
                        .as(where)
                        .containsExactlyElementsOf(Arrays.stream(word.getEnumConstants())
                                .map(each -> ((Enum<?>) each).name())
                                .toList());
            case ParameterizedType of
            when of.getRawType() == ListView.class -> {
                check(
                        where + "[]",
                        of.getActualTypeArguments()[0],
                        schema.path("properties").path("items").path("items"));
                assertThat(schema.path("properties").propertyNames()).containsExactly("items", "next");
            }
            case ParameterizedType of
            when of.getRawType() == List.class -> {
                assertThat(schema.path("type").asString()).as(where).isEqualTo("array");
                check(where + "[]", of.getActualTypeArguments()[0], schema.path("items"));
            }
            case ParameterizedType of
            when of.getRawType() == Map.class ->
                assertThat(schema.path("additionalProperties").path("type").asString())
                        .as(where)
                        .isEqualTo(simple(of.getActualTypeArguments()[1]));
            default -> assertThat(schema.path("type").asString()).as(where).isEqualTo(simple(type));
        }
    }

    private static void checkRecord(String where, Class<?> record, JsonNode schema) {
        List<RecordComponent> fields = List.of(record.getRecordComponents());
        assertThat(schema.path("properties").propertyNames())
                .as(where)
                .containsExactlyElementsOf(
                        fields.stream().map(RecordComponent::getName).toList());
        Predicate<RecordComponent> mayBeAbsent =
                field -> field.getType() == Optional.class || isProblemsOfFields(field);
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .as(where)
                .containsExactlyElementsOf(fields.stream()
                        .filter(mayBeAbsent.negate())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toList()));
        for (RecordComponent field : fields) {
            check(
                    where + "." + field.getName(),
                    bare(field.getGenericType()),
                    schema.path("properties").path(field.getName()));
        }
    }

    /// The one list that is left out while it is empty.
    private static boolean isProblemsOfFields(RecordComponent field) {
        return field.getDeclaringRecord() == ProblemView.class && field.getType() == List.class;
    }

    private static Type bare(Type type) {
        return type instanceof ParameterizedType of && of.getRawType() == Optional.class
                ? of.getActualTypeArguments()[0]
                : type;
    }

    private static String simple(Type type) {
        if (type == String.class || type == Instant.class) {
            return "string";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        assertThat(type).isIn(int.class, long.class, Long.class);
        return "integer";
    }

    private static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.isEmpty()) {
            return schema;
        }
        JsonNode found = DOCUMENT.at(reference.substring(1));
        assertThat(found.isMissingNode()).as(reference).isFalse();
        return found;
    }
}
