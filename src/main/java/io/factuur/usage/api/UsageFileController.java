package io.factuur.usage.api;

import io.factuur.security.CurrentPerson;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.Dialect;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/usage")
class UsageFileController {

    private final UsageFiles files;
    private final CurrentPerson me;

    UsageFileController(UsageFiles files, CurrentPerson me) {
        this.files = files;
        this.me = me;
    }

    /** The usage file of a scope and period, streamed. */
    @GetMapping
    void download(
            @RequestParam long scope,
            @RequestParam String period,
            @RequestParam(defaultValue = "native") String format,
            @RequestParam(defaultValue = "machine") String dialect,
            @RequestParam(defaultValue = "all") String charges,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        UsageFile file = files.open(
                new UsageRequest(
                        scope,
                        PeriodChoice.of(period),
                        UsageFormat.of(format),
                        Dialect.of(dialect),
                        ChargeChoice.of(charges)),
                me.get());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file.name()).build().toString());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (acceptsGzip(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            file.writeGzipTo(response.getOutputStream());
        } else {
            file.writeTo(response.getOutputStream());
        }
        response.flushBuffer();
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }
}
