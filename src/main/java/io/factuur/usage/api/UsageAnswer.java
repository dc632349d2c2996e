package io.factuur.usage.api;

import io.factuur.api.FileDownload;
import io.factuur.file.FileContent;
import io.factuur.usage.UsageFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Answers with a file: from the disk where it is kept, row by row where it is not. */
final class UsageAnswer {

    private UsageAnswer() {}

    static void send(UsageFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
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
