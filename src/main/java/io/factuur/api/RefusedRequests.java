package io.factuur.api;

import io.factuur.shared.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/** What a filter refuses before a controller is asked: problem details for programs as well, and the page for browsers. */
@Controller
class RefusedRequests extends BasicErrorController {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    RefusedRequests(ErrorAttributes attributes, WebProperties web, ObjectProvider<ErrorViewResolver> pages) {
        super(attributes, web.getError(), pages.orderedStream().toList());
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        Map<String, Object> answer = new TreeMap<>();
        answer.put("detail", Texts.get(request.getLocale(), sentence(request, status)));
        answer.put("status", status.value());
        answer.put("title", status.getReasonPhrase());
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address) {
            answer.put("instance", address);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer);
    }

    /** Here nobody but the guard against forged changes says 403, and it asks about changes only. */
    private static String sentence(HttpServletRequest request, HttpStatus status) {
        if (status.is5xxServerError()) {
            return "problem.unexpected";
        }
        if (status == HttpStatus.FORBIDDEN
                && !READING.contains(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_METHOD)))) {
            return "problem.csrf";
        }
        return status == HttpStatus.NOT_FOUND || status == HttpStatus.FORBIDDEN
                ? "problem.not-found"
                : "problem.refused";
    }
}
