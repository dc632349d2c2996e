package io.factuur.file.api;

import io.factuur.api.FileDownload;
import io.factuur.api.Page;
import io.factuur.file.FileContent;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/files")
class FileController {

    private final PreparedFiles files;
    private final CurrentPerson me;
    private final JsonMapper json;
    private final Clock clock;

    FileController(PreparedFiles files, CurrentPerson me, JsonMapper json, Clock clock) {
        this.files = files;
        this.me = me;
        this.json = json;
        this.clock = clock;
    }

    /** Orders a file: {@code {"kind": "usage", …}}, the rest as the kind wants it. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    FileJson order(@RequestBody Map<String, Object> body, Locale locale) {
        Map<String, Object> order = new LinkedHashMap<>(body);
        Object kind = order.remove("kind");
        if (!(kind instanceof String word)) {
            throw Problem.invalid("problem.field-missing", "kind");
        }
        return json(files.order(word, json.writeValueAsString(order), me.get()), locale);
    }

    @GetMapping
    Page<FileJson> list(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        return Page.of(
                size -> files.before(cursor, size, me.get()), limit, file -> json(file, locale), PreparedFile::id);
    }

    @GetMapping("/{id}")
    FileJson get(@PathVariable long id, Locale locale) {
        return json(files.get(id, me.get()), locale);
    }

    @GetMapping("/{id}/content")
    void content(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FileContent content = files.open(id, me.get());
        new FileDownload(
                        content.name(),
                        content.mediaType(),
                        content.path(),
                        content.compressed(),
                        content.size(),
                        content.plainSize(),
                        content.sha256())
                .send(request, response);
    }

    /** Row count, sums and SHA-256, for the receiver to hold against the file. */
    @GetMapping("/{id}/manifest")
    Manifest manifest(@PathVariable long id) {
        return Manifest.of(files.get(id, me.get()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        files.cancel(id, me.get());
    }

    private FileJson json(PreparedFile file, Locale locale) {
        return FileJson.of(file, clock.instant(), locale);
    }
}
