package io.factuur.security.api;

import io.factuur.api.Page;
import io.factuur.audit.AuditEvent.Outcome;
import io.factuur.audit.AuditFilter;
import io.factuur.audit.AuditRow;
import io.factuur.security.AuditTrail;
import io.factuur.security.CurrentPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final AuditTrail trail;
    private final CurrentPerson me;

    AuditController(AuditTrail trail, CurrentPerson me) {
        this.trail = trail;
        this.me = me;
    }

    /** The journal, the latest first. */
    @GetMapping
    Page<AuditJson> list(
            @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return Page.of(
                size -> trail.before(asked.filter(), cursor, size, me.get()), limit, AuditJson::of, AuditRow::id);
    }

    @GetMapping("/export.csv")
    void export(@ModelAttribute Asked asked, HttpServletResponse response) throws IOException {
        AuditTrail.Export export = trail.export(asked.filter(), me.get());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit.csv").build().toString());
        export.writeTo(response.getWriter());
    }

    @GetMapping("/chain")
    ChainJson chain() {
        long broken = trail.firstBroken(me.get());
        return new ChainJson(broken == 0, broken == 0 ? null : broken);
    }

    /** @param firstBroken the number of the first entry that is not as it was written */
    record ChainJson(boolean intact, @Nullable Long firstBroken) {}

    /** @param from ISO 8601 with its zone, {@code 2024-09-01T00:00:00Z} */
    record Asked(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String actor,
            @Nullable String action,
            @Nullable Outcome outcome,
            @Nullable Long scope,
            @Nullable String text) {

        AuditFilter filter() {
            return new AuditFilter(from, to, filled(actor), filled(action), outcome, scope, filled(text));
        }

        private static @Nullable String filled(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record AuditJson(
            String id,
            Instant at,
            String actor,
            String action,
            Outcome outcome,
            @Nullable String scope,
            String subject,
            Map<String, String> detail,
            @Nullable Long seal,
            @Nullable String hash) {

        static AuditJson of(AuditRow row) {
            return new AuditJson(
                    String.valueOf(row.id()),
                    row.at(),
                    row.actor(),
                    row.action(),
                    row.outcome(),
                    row.scopeId() == null ? null : String.valueOf(row.scopeId()),
                    row.subject(),
                    row.detail(),
                    row.seal(),
                    row.hash());
        }
    }
}
