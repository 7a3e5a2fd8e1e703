package dev.underpin.cloud.http;

import com.github.tomakehurst.wiremock.common.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what WireMock finds wrong, and nothing of its chatter. */
final class Complaints implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(CloudServer.class);

    @Override
    public void info(String message) {
        LOG.trace(message);
    }

    @Override
    public void error(String message) {
        LOG.debug(message);
    }

    @Override
    public void error(String message, Throwable thrown) {
        LOG.error(message, thrown);
    }
}
