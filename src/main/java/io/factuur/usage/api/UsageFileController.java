package io.factuur.usage.api;

import io.factuur.api.FileDownload;
import io.factuur.file.FileContent;
import io.factuur.security.CurrentPerson;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String dialect,
            @RequestParam(required = false) @Nullable String charges,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        UsageFile file = files.open(UsageRequest.of(scope, period, format, dialect, charges), me.get());
        Optional<FileContent> made = file.made();
        if (made.isPresent()) {
            FileContent content = made.get();
            new FileDownload(
                            content.name(),
                            content.mediaType(),
                            content.path(),
                            content.compressed(),
                            content.size(),
                            content.plainSize(),
                            content.sha256())
                    .send(request, response);
            return;
        }
        FileDownload.describe(response, file.name(), "text/csv;charset=UTF-8");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (FileDownload.acceptsGzip(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            file.writeGzipTo(response.getOutputStream());
        } else {
            file.writeTo(response.getOutputStream());
        }
        response.flushBuffer();
    }
}
