package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Takes the response to a request that came inside another (0x84) or that an event asks (0x86). */
final class InnerReply implements Reply {
    private final Request request;
    private final Consumer<byte[]> response;
    private Consumer<Runnable> later = Runnable::run;
    private Runnable afterwards = () -> {};
    private boolean answered;

    InnerReply(Request request, Consumer<byte[]> response) {
        this.request = request;
        this.response = response;
    }

    /** Lets {@code outer} decide when what follows the response happens. */
    InnerReply within(Reply outer) {
        later = outer::afterwards;
        return this;
    }

    @Override
    public void afterwards(Runnable action) {
        afterwards = action;
    }

    @Override
    public Answer through(UnaryOperator<byte[]> completion) {
        return new Answer() {
            @Override
            public void positive(byte... record) {
                if (!answered) {
                    InnerReply.this.positive(completion.apply(record));
                }
            }

            @Override
            public void negative(Nrc nrc) {
                InnerReply.this.negative(nrc);
            }
        };
    }

    @Override
    public void positive(byte... record) {
        finish(Responses.positive(request, record), afterwards);
    }

    @Override
    public void negative(Nrc nrc) {
        finish(Responses.negative(request.sid(), nrc), () -> {});
    }

    private void finish(byte[] message, Runnable next) {
        if (!answered) {
            answered = true;
            later.accept(next);
            response.accept(message);
        }
    }
}
