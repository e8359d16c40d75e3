package org.esquive.console.door;

import java.util.List;
import org.esquive.ledger.AuditLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What keepers did, the last first, a page at a time.
@Controller
public final class AuditPage {
    private static final int ON_A_PAGE = 50;

    private final AuditLog audit;
    private final Moments moments;

    public AuditPage(AuditLog audit, Moments moments) {
        this.audit = audit;
        this.moments = moments;
    }

    /// An entry.
    ///
    /// @param deed the end of a message key
    /// @param about what it was done to; may be empty
    public record Row(String at, String who, String deed, String about) {
        /// The end of a message key, if it was nobody in particular.
        public String way() {
            return List.of("command", "file", "esquive").contains(who) ? who : "";
        }
    }

    @GetMapping("/console/audit")
    String show(@RequestParam(defaultValue = "0") long before, Model model) {
        List<AuditLog.Entry> entries = audit.latest(before > 0 ? before : Long.MAX_VALUE, ON_A_PAGE + 1);
        List<AuditLog.Entry> shown = entries.subList(0, Math.min(ON_A_PAGE, entries.size()));
        model.addAttribute("entries", shown.stream().map(this::row).toList());
        model.addAttribute("first", before <= 0);
        model.addAttribute("older", entries.size() > ON_A_PAGE ? shown.getLast().place() : 0);
        return "console/audit";
    }

    private Row row(AuditLog.Entry entry) {
        return new Row(moments.of(entry.at()), entry.who(), entry.deed().name(), entry.about());
    }
}
