package org.esquive.site;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.esquive.settings.Line;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// A line as a contact for a phone, under a name of one's choosing: `/line/{id}/contact.vcf?name=…`. The name is in
/// the answer and nowhere else.
@Controller
public final class ContactRoute {
    static final MediaType CARD = new MediaType("text", "vcard", StandardCharsets.UTF_8);

    /// The message that is the usual name: a first name as any other.
    static final String USUAL_NAME = "page.contact.usual";

    private final Lines lines;
    private final MessageSource messages;

    public ContactRoute(Lines lines, MessageSource messages) {
        this.lines = lines;
        this.messages = messages;
    }

    /// 404 for a line that is not there, 410 for one that is no longer given out.
    @GetMapping("/line/{id}/contact.vcf")
    ResponseEntity<byte[]> contact(@PathVariable String id, @RequestParam Optional<String> name, Locale locale) {
        Line line = lines.named(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (line.status() == Line.Status.RETIRED) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        String usual = messages.getMessage(USUAL_NAME, new Object[0], locale);
        VCard card = VCard.of(name.orElse(""), usual, line.number());
        return ResponseEntity.ok()
                .contentType(CARD)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("contact.vcf")
                                .build()
                                .toString())
                .body(card.text().getBytes(StandardCharsets.UTF_8));
    }
}
