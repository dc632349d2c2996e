package io.factuur.usage.api;

import io.factuur.api.Page;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/v1/usage/imports")
class UsageImportController {

    private static final Set<String> TOO_LARGE =
            Set.of("problem.import.size", "problem.import.bomb", "problem.import.record", "problem.import.columns");

    private final UsageImports imports;
    private final CurrentPerson me;

    UsageImportController(UsageImports imports, CurrentPerson me) {
        this.imports = imports;
        this.me = me;
    }

    /** Takes a usage file as the body. */
    @PostMapping(consumes = "!application/x-www-form-urlencoded")
    ResponseEntity<?> run(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String fileName,
            @RequestParam(defaultValue = "replace") String mode,
            @RequestParam(defaultValue = "false") boolean keepGoodRows,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Locale locale)
            throws IOException {
        ImportRequest wanted = new ImportRequest(fileName, ImportMode.of(mode), keepGoodRows, dryRun, locale);
        InputStream body = request.getInputStream();
        UsageImport done = imports.run(body, wanted, me.get());
        if (done.state() == ImportState.LIVE) {
            return ResponseEntity.status(HttpStatus.CREATED).body(ImportJson.of(done, locale));
        }
        if (done.state() == ImportState.CHECKED) {
            return ResponseEntity.ok(ImportJson.of(done, locale));
        }
        if (done.duplicateOf() != null) {
            UsageImport earlier = imports.get(done.duplicateOf(), me.get());
            return ResponseEntity.ok(ImportJson.of(earlier, locale).asDuplicate());
        }
        drain(body);
        return problem(done, locale);
    }

    /** Where curl is not told what it sends, it says that it is a form; asking for a parameter would eat the file. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> runForm(HttpServletRequest request, Locale locale) throws IOException {
        Map<String, String> parameters = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .toSingleValueMap();
        return run(
                request,
                parameters.getOrDefault("fileName", ""),
                parameters.getOrDefault("mode", "replace"),
                flag(parameters, "keepGoodRows"),
                flag(parameters, "dryRun"),
                locale);
    }

    private static boolean flag(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw Problem.invalid("problem.parameter.flag", name, value);
        }
        return value.equals("true");
    }

    /** A client that is still sending would not read the answer. */
    private static void drain(InputStream body) {
        try {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // then nobody waits for the answer
        }
    }

    private static ResponseEntity<ProblemDetail> problem(UsageImport failed, Locale locale) {
        HttpStatus status = failed.sentence() != null
                        && TOO_LARGE.contains(failed.sentence().key())
                ? HttpStatus.CONTENT_TOO_LARGE
                : failed.state() == ImportState.REJECTED ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
        String sentence = failed.sentence() == null
                ? failed.state().name()
                : Objects.requireNonNull(failed.sentence()).text(locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("id", String.valueOf(failed.id()));
        problem.setProperty("state", failed.state());
        if (failed.rowsRejected() > 0) {
            problem.setProperty("rowsRejected", failed.rowsRejected());
            problem.setProperty("rejects", "/api/v1/usage/imports/" + failed.id() + "/rejects");
        }
        return ResponseEntity.status(status).body(problem);
    }

    @GetMapping
    Page<ImportJson> list(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        return Page.of(
                size -> imports.list(cursor, size, me.get()),
                limit,
                found -> ImportJson.of(found, locale),
                UsageImport::id);
    }

    @GetMapping("/{id}")
    ImportJson get(@PathVariable long id, Locale locale) {
        return ImportJson.of(imports.get(id, me.get()), locale);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) throws IOException {
        imports.cancel(id, me.get());
    }

    @GetMapping("/{id}/rejects")
    ResponseEntity<Resource> rejects(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("import-" + id + "-rejects.csv")
                                .build()
                                .toString())
                .body(new FileSystemResource(imports.rejects(id, me.get())));
    }
}
