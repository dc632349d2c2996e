package io.factuur.usage.api;

import io.factuur.security.CurrentPerson;
import io.factuur.usage.EnterpriseCharges;
import io.factuur.usage.PriceOrder;
import io.factuur.usage.PriceRequest;
import io.factuur.usage.PriceSheets;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageManifest;
import io.factuur.usage.UsageOrder;
import io.factuur.usage.UsagePreview;
import io.factuur.usage.UsageRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/usage")
class UsageFileController {

    private final UsageFiles files;
    private final PriceSheets prices;
    private final EnterpriseCharges charges;
    private final CurrentPerson me;

    UsageFileController(UsageFiles files, PriceSheets prices, EnterpriseCharges charges, CurrentPerson me) {
        this.charges = charges;
        this.files = files;
        this.prices = prices;
        this.me = me;
    }

    /** The usage file of a scope and period, streamed. */
    @GetMapping
    void download(@ParameterObject UsageOrder order, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        UsageFile file = files.open(UsageRequest.of(order), me.get());
        UsageAnswer.send(file, request, response);
    }

    /** The first rows of the same file, as they would be written. */
    @GetMapping("/preview")
    UsagePreview preview(@ParameterObject UsageOrder order, @RequestParam(defaultValue = "20") int rows) {
        return files.preview(UsageRequest.of(order), Math.clamp(rows, 1, 100), me.get());
    }

    /** Row count, sums and SHA-256 of the same file, for the receiver to hold against it. */
    @GetMapping("/manifest")
    UsageManifest manifest(@ParameterObject UsageOrder order) throws IOException {
        return UsageManifest.of(files.open(UsageRequest.of(order), me.get()));
    }

    @GetMapping("/balance/manifest")
    UsageManifest balanceManifest(@ParameterObject PriceOrder order) throws IOException {
        return UsageManifest.of(charges.openBalance(PriceRequest.of(order), me.get()));
    }

    @GetMapping("/prices/manifest")
    UsageManifest pricesManifest(@ParameterObject PriceOrder order) throws IOException {
        return UsageManifest.of(prices.open(PriceRequest.of(order), me.get()));
    }

    /** "Balance and summary" of an enrollment's period. */
    @GetMapping("/balance")
    void balance(@ParameterObject PriceOrder order, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        UsageAnswer.send(charges.openBalance(PriceRequest.of(order), me.get()), request, response);
    }

    /** The price sheet of a scope and period: each price that its usage was charged at, once. */
    @GetMapping("/prices")
    void prices(@ParameterObject PriceOrder order, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        UsageAnswer.send(prices.open(PriceRequest.of(order), me.get()), request, response);
    }
}
