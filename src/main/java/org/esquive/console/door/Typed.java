package org.esquive.console.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/// What somebody typed into a form of the console and could not send, since their session was over: it is carried by
/// the login page, in hidden fields, and shown again once they are signed in, with one button that sends it. Nothing
/// of it is kept on this side.
///
/// Only what comes from a page of ours is carried, and never a password, a secret or a code.
///
/// @param path where it was to go
/// @param fields what was typed
/// @param whole whether that is all of it: a field that is never carried was empty, or there was none
public record Typed(String path, List<Field> fields, boolean whole) {
    /// The most that is carried, in characters of names and values.
    static final int LARGEST = 240 * 1_024;

    private static final int MOST_FIELDS = 500;

    /// The fields of the login page that carry what was typed are named so, so that they are not mistaken for its own.
    private static final String PREFIX = "typed:";

    private static final String PATH = "typed-path";
    private static final String PARTLY = "typed-partly";
    private static final Pattern OURS = Pattern.compile("/console(/[A-Za-z0-9-]+)*");
    private static final Pattern SECRET =
            Pattern.compile("passw|secret|code|token|signing|_csrf", Pattern.CASE_INSENSITIVE);

    /// A field of a form.
    public record Field(String name, String value) {
        /// The name it is carried under.
        public String carried() {
            return PREFIX + name;
        }

        private boolean isSecret() {
            return SECRET.matcher(name).find();
        }
    }

    /// The end of a message key: where it was to go, in words.
    public String where() {
        String[] parts = path.split("/");
        return parts.length > 2 ? parts[2] : "now";
    }

    /// The path of the page it was typed on, as far as that can be known.
    public String page() {
        String[] parts = path.split("/");
        return parts.length > 2 && !parts[2].equals("panic") ? "/console/" + parts[2] : "/console";
    }

    /// What a request brings that was to change something.
    ///
    /// @return nothing if it came from another site, or is no form, or is too large to be carried
    static Optional<Typed> of(HttpServletRequest request) {
        String path = request.getServletPath();
        if (!request.getMethod().equals("POST")
                || !OURS.matcher(path).matches()
                || !isForm(request)
                || !isOurs(request)) {
            return Optional.empty();
        }
        List<Field> all = fields(request.getParameterMap());
        List<Field> open = all.stream().filter(field -> !field.isSecret()).toList();
        boolean whole = all.stream()
                .noneMatch(field -> field.isSecret()
                        && !field.name().equals("_csrf")
                        && !field.value().isEmpty());
        return Optional.of(new Typed(path, open, whole)).filter(Typed::fits);
    }

    /// What the login page carried.
    static Optional<Typed> carriedBy(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getParameter(PATH)).orElse("");
        List<Field> fields = fields(request.getParameterMap()).stream()
                .filter(field -> field.name().startsWith(PREFIX))
                .map(field -> new Field(field.name().substring(PREFIX.length()), field.value()))
                .filter(field -> !field.isSecret())
                .toList();
        return Optional.of(new Typed(path, fields, request.getParameter(PARTLY) == null))
                .filter(typed -> OURS.matcher(path).matches() && typed.fits());
    }

    private boolean fits() {
        return fields.size() <= MOST_FIELDS
                && fields.stream()
                                .mapToInt(field ->
                                        field.name().length() + field.value().length())
                                .sum()
                        <= LARGEST;
    }

    private static List<Field> fields(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    private static boolean isForm(HttpServletRequest request) {
        return Stream.ofNullable(request.getContentType())
                .anyMatch(type -> type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
    }

    /// Whether the browser says that a page of ours sends it. Browsers that do not say are older than 2023.
    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null
                && authority(origin)
                        .filter(each -> each.equals(request.getHeader("Host")))
                        .isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
