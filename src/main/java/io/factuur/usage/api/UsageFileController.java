package io.factuur.usage.api;

import io.factuur.security.CurrentPerson;
import io.factuur.usage.PriceRequest;
import io.factuur.usage.PriceSheets;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/usage")
class UsageFileController {

    private final UsageFiles files;
    private final PriceSheets prices;
    private final CurrentPerson me;

    UsageFileController(UsageFiles files, PriceSheets prices, CurrentPerson me) {
        this.files = files;
        this.prices = prices;
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
        UsageAnswer.send(file, request, response);
    }

    /** The price sheet of a scope and period: each price that its usage was charged at, once. */
    @GetMapping("/prices")
    void prices(
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String dialect,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        UsageAnswer.send(prices.open(PriceRequest.of(scope, period, dialect), me.get()), request, response);
    }
}
