package io.factuur.delivery;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({DeliverySettings.class, BounceSettings.class})
class DeliveryConfig {}
