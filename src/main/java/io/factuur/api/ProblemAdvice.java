package io.factuur.api;

import io.factuur.access.Guard;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import io.factuur.shared.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what went wrong into problem details (RFC 9457) with one sentence in the reader's language. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Guard guard;
    private final CurrentPerson me;

    ProblemAdvice(Guard guard, CurrentPerson me) {
        this.guard = guard;
        this.me = me;
    }

    @ExceptionHandler
    ProblemDetail answer(Problem problem, Locale locale) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.valueOf(problem.kind().status()), problem.sentence(locale));
    }

    @ExceptionHandler
    ProblemDetail answer(AccessDeniedException denied, Locale locale) {
        return answer(Problem.notFound(), locale);
    }

    @ExceptionHandler
    ProblemDetail answer(NoResourceFoundException nothing, Locale locale) {
        return answer(Problem.notFound(), locale);
    }

    /** An ID in the path that is no ID names nothing; anything else of a wrong type is a mistake to put right. */
    @ExceptionHandler
    ProblemDetail answer(MethodArgumentTypeMismatchException wrong, Locale locale) {
        String value = String.valueOf(wrong.getValue());
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                ? answer(guard.refuse("id.guess", null, value, me.get()), locale)
                : answer(mistaken(wrong.getName(), value, wrong.getRequiredType()), locale);
    }

    private static Problem mistaken(String name, String value, @Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            String codes =
                    Stream.of(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return Problem.invalid("problem.parameter.one-of", name, value, codes);
        }
        if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
            return Problem.invalid("problem.parameter.number", name, value);
        }
        return type == boolean.class || type == Boolean.class
                ? Problem.invalid("problem.parameter.flag", name, value)
                : Problem.invalid("problem.parameter", name, value);
    }

    @ExceptionHandler
    ProblemDetail answer(MissingServletRequestParameterException missing, Locale locale) {
        return answer(Problem.invalid("problem.field-missing", missing.getParameterName()), locale);
    }

    @ExceptionHandler
    ProblemDetail answer(HttpMessageNotReadableException unreadable, Locale locale) {
        return answer(Problem.invalid("problem.body"), locale);
    }

    /** Half a download must not end as if it were whole: what is thrown on makes the server break the connection. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception unexpected, Locale locale, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            throw unexpected;
        }
        if (unexpected instanceof ErrorResponse known) {
            return ResponseEntity.status(known.getStatusCode())
                    .headers(known.getHeaders())
                    .body(known.getBody());
        }
        LOG.error("Unexpected", unexpected);
        return ResponseEntity.internalServerError()
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, Texts.get(locale, "problem.unexpected")));
    }
}
