package org.esquive.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that asks Esquive, written by nothing but the document: each answer must be as the document says.
///
/// @param base where Esquive listens
/// @param token what it shows; empty to show nothing
record ApiClient(HttpClient client, String base, String token) {
    private static final JsonNode DOCUMENT = document();
    private static final Pattern MADE = Pattern.compile("esq_[A-Za-z0-9_-]{49}");
    private static final Pattern ID = Pattern.compile("/console/access/tokens/([0-9a-f]{8})/revoke");

    private static JsonNode document() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("src/main/resources/api/openapi.json")));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /// A program with a new token, made as a keeper makes it.
    static ApiClient of(Program keeper, String name, String... scopes) throws IOException, InterruptedException {
        var made = keeper.fill("/console/access", "/console/access/tokens", form(name, scopes));
        assertThat(made.statusCode()).isEqualTo(302);
        String page = keeper.onKeepers("/console/access").body();
        String token = found(MADE, page).orElseThrow(() -> new AssertionError("no token on the page"));
        assertThat(keeper.onKeepers("/console/access").body()).as("shown once").doesNotContain(token);
        return new ApiClient(keeper.client(), "http://127.0.0.1:" + keeper.keepersPort(), token);
    }

    static String form(String name, String... scopes) {
        StringBuilder form = new StringBuilder("name=" + URLEncoder.encode(name, UTF_8));
        for (String scope : scopes) {
            form.append("&scope=").append(URLEncoder.encode(scope, UTF_8));
        }
        return form.toString();
    }

    /// The id of the token that was made last.
    static String latestId(Program keeper) throws IOException, InterruptedException {
        var ids = ID.matcher(keeper.onKeepers("/console/access").body());
        assertThat(ids.find()).isTrue();
        return ids.group(1);
    }

    private static Optional<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group()).findFirst();
    }

    ApiClient showing(String other) {
        return new ApiClient(client, base, other);
    }

    HttpResponse<String> send(String verb, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request = request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request = request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return send("PUT", path, json, "Content-Type", "application/json");
    }

    /// What an address answers, which must be what the document says of it.
    JsonNode read(String path, String schema) throws IOException, InterruptedException {
        return fitting(get(path), 200, schema);
    }

    /// An answer, which must be as the document says.
    static JsonNode fitting(HttpResponse<String> answer, int status, String schema) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        List<String> misfits = new ArrayList<>();
        compare(schema, body, DOCUMENT.path("components").path("schemas").path(schema), misfits);
        assertThat(misfits).as(answer.body()).isEmpty();
        return body;
    }

    /// A problem, which must be of this type.
    static JsonNode problem(HttpResponse<String> answer, int status, String type) {
        JsonNode problem = fitting(answer, status, "Problem");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("/api/v1/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    private static void compare(String where, JsonNode value, JsonNode schema, List<String> misfits) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            compare(where, value, DOCUMENT.at(reference.substring(1)), misfits);
            return;
        }
        boolean fits = switch (schema.path("type").asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            default -> value.isString();
        };
        boolean isKnown = !schema.has("enum")
                || schema.path("enum")
                        .valueStream()
                        .anyMatch(word -> word.asString().equals(value.asString("")));
        boolean isOfForm = !schema.has("pattern")
                || Pattern.compile(schema.path("pattern").asString())
                        .matcher(value.asString(""))
                        .find();
        if (!fits || !isKnown || !isOfForm) {
            misfits.add(where + ": " + value);
        } else if (value.isArray()) {
            value.forEach(item -> compare(where + "[]", item, schema.path("items"), misfits));
        } else if (value.isObject()) {
            fields(where, value, schema, misfits);
        }
    }

    private static void fields(String where, JsonNode value, JsonNode schema, List<String> misfits) {
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(name -> !value.has(name))
                .forEach(name -> misfits.add(where + "." + name + " is missing"));
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode said = known.isMissingNode() ? schema.path("additionalProperties") : known;
            if (said.isMissingNode()) {
                misfits.add(where + "." + field.getKey() + " is not in the document");
            } else {
                compare(where + "." + field.getKey(), field.getValue(), said, misfits);
            }
        });
    }
}
