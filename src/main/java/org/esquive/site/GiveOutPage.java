package org.esquive.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.esquive.settings.Line;
import org.esquive.site.PublicFigures.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page a number is given out from, and those that belong to it. It must be read in seconds, at night, on a
/// phone that somebody else may look at; and it must stand while half a country opens it.
@Controller
public final class GiveOutPage {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Lines lines;
    private final PageWriter writer;
    private final Shelf shelf = new Shelf();

    public GiveOutPage(Lines lines, PageWriter writer) {
        this.lines = lines;
        this.writer = writer;
    }

    /// What a request says of how it wants its page.
    ///
    /// @param language the language of the page
    /// @param encodings what the browser can unpack
    private record Wish(Language language, String encodings) {
        boolean takesPacked() {
            return encodings.contains("gzip");
        }
    }

    @GetMapping("/")
    ResponseEntity<byte[]> first(HttpServletRequest request, Locale locale, @RequestParam Optional<String> country) {
        Visitor visitor = Visitor.of(request, country);
        return page(Leaf.PAGE, lines.handOut(visitor).orElse(null), wish(locale, request));
    }

    @GetMapping("/line/{id}")
    ResponseEntity<byte[]> one(HttpServletRequest request, Locale locale, @PathVariable String id) {
        return page(Leaf.PAGE, line(id), wish(locale, request));
    }

    @GetMapping("/line/{id}/print")
    ResponseEntity<byte[]> print(HttpServletRequest request, Locale locale, @PathVariable String id) {
        return page(Leaf.PRINT, line(id), wish(locale, request));
    }

    @GetMapping("/embed/{id}")
    ResponseEntity<byte[]> embed(HttpServletRequest request, Locale locale, @PathVariable String id) {
        return page(Leaf.EMBED, line(id), wish(locale, request));
    }

    @GetMapping("/privacy")
    ResponseEntity<byte[]> privacy(HttpServletRequest request, Locale locale) {
        return page(Leaf.PRIVACY, null, wish(locale, request));
    }

    private static Wish wish(Locale locale, HttpServletRequest request) {
        return new Wish(
                Language.of(locale),
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                        .orElse(""));
    }

    private Line line(String id) {
        return lines.named(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<byte[]> page(Leaf leaf, @Nullable Line line, Wish wish) {
        Seen seen = line == null ? Seen.NOTHING : lines.seen(line);
        Standing standing = line == null ? lines.nothing() : lines.standing(line, seen);
        String id = line == null ? "" : line.id().value();
        Sheet sheet = shelf.get(
                new Shelf.Key(leaf, id, wish.language()),
                new Shelf.Made(standing.settings(), seen),
                () -> writer.write(leaf, standing, wish.language(), Places.SERVED));
        return response(sheet, wish);
    }

    /// A browser asks each time whether the page is still the same: a number that is retired must not come out of a
    /// cache while there is a network.
    private static ResponseEntity<byte[]> response(Sheet sheet, Wish wish) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .eTag(sheet.etag())
                .header(HttpHeaders.CONTENT_LANGUAGE, wish.language().tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING);
        return wish.takesPacked()
                ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(sheet.packed())
                : response.body(sheet.bytes());
    }
}
