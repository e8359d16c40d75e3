package org.esquive.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The forms of a page as a browser reads and sends them.
final class Forms {
    private static final Pattern AREA =
            Pattern.compile("<textarea[^>]*? name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private Forms() {}

    /// What proves that a form is of ours, as a field of it.
    static String token(Program program, String page) throws IOException, InterruptedException {
        return "_csrf=" + URLEncoder.encode(hidden(program.onKeepers(page).body(), "_csrf"), UTF_8);
    }

    /// The value of the first hidden field of a name.
    static String hidden(String page, String name) {
        return HIDDEN.matcher(page)
                .results()
                .filter(field -> field.group(1).equals(name))
                .map(field -> text(field.group(2)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no hidden field " + name));
    }

    /// What stands in the text areas of a page, by name. The first line end after a tag is not part of it.
    static Map<String, String> areas(String page) {
        Map<String, String> areas = new LinkedHashMap<>();
        Matcher area = AREA.matcher(page);
        while (area.find()) {
            String body = area.group(2);
            areas.put(area.group(1), text(body.startsWith("\n") ? body.substring(1) : body));
        }
        return areas;
    }

    /// What HTML says.
    static String text(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /// The fields as a browser sends them: line ends as CR LF.
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().replace("\n", "\r\n"), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
