package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it was sent.
 *
 * @param method the HTTP method
 * @param path the path, in parts
 * @param query the parameters
 * @param contentType of the body
 * @param body its text, or a tree
 */
record Call(String method, List<String> path, Map<String, String> query, String contentType, Body body) {

    /** What was sent: text, or a tree that is known already. */
    sealed interface Body {
        /** Text in the encoding of the content type. */
        record Text(String text) implements Body {}

        /** A tree. */
        record Tree(Json json) implements Body {}
    }

    static Call of(String method, String url, String contentType, Body body) {
        int question = url.indexOf('?');
        var path = question < 0 ? url : url.substring(0, question);
        return new Call(
                method,
                List.of(path.substring(1).split("/")),
                question < 0 ? Map.of() : parameters(url.substring(question + 1)),
                contentType,
                body);
    }

    static Call json(String method, String url, Json body) {
        return of(method, url, "application/json", new Body.Tree(body));
    }

    static Call get(String url) {
        return json("GET", url, Json.NULL);
    }

    /** Parameters of a query, as a URL has them. */
    static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var part : query.split("&")) {
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            var value = equals < 0 ? "" : part.substring(equals + 1);
            if (!name.isEmpty()) {
                parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    Call with(String parameter, String value) {
        var more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new Call(method, new ArrayList<>(path), more, contentType, body);
    }

    /** The content type without its parameters. */
    String mediaType() {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }
}
