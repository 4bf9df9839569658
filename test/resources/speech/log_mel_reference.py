"""Log-mel frames, deltas and delta-deltas of a synthetic signal, independent of the Java code.

Plain Python in double precision with a naive discrete Fourier transform; prints log_mel_reference.csv:

    python3 log_mel_reference.py > log_mel_reference.csv

Each line is channel,frame,64 values. The signal is 12,000 samples at 16 kHz of a linear congruential
generator whose loudness rises over every 1,000 samples, in 16-bit integers.
"""
import math

RATE, WINDOW, HOP, FFT, BANDS, LOW, HIGH, FLOOR = 16000, 400, 160, 512, 64, 20.0, 8000.0, 1e-10


def signal():
    state, samples = 1, []
    for i in range(12000):
        state = (1103515245 * state + 12345) % 2**31
        noise = (state >> 15) - 32768
        samples.append(int(noise * (i % 1000 + 1) / 1000) / 32768)
    return samples


def mel(hertz):
    return 2595 * math.log10(1 + hertz / 700)


def hertz(mels):
    return 700 * (10 ** (mels / 2595) - 1)


def static(samples):
    window = [0.54 - 0.46 * math.cos(2 * math.pi * i / (WINDOW - 1)) for i in range(WINDOW)]
    cosine = [math.cos(2 * math.pi * i / FFT) for i in range(FFT)]
    sine = [math.sin(2 * math.pi * i / FFT) for i in range(FFT)]
    corners = [
        hertz(mel(LOW) + (mel(HIGH) - mel(LOW)) * i / (BANDS + 1)) for i in range(BANDS + 2)
    ]
    table = []
    for start in range(0, len(samples) - WINDOW + 1, HOP):
        frame = [samples[start + i] * window[i] for i in range(WINDOW)]
        power = []
        for k in range(FFT // 2 + 1):
            re = sum(x * cosine[k * i % FFT] for i, x in enumerate(frame))
            im = sum(x * sine[k * i % FFT] for i, x in enumerate(frame))
            power.append(re * re + im * im)
        row = []
        for b in range(BANDS):
            left, middle, right = corners[b : b + 3]
            energy = 0.0
            for k, p in enumerate(power):
                f = k * RATE / FFT
                energy += p * max(0, min((f - left) / (middle - left), (right - f) / (right - middle)))
            row.append(math.log(energy + FLOOR))
        table.append(row)
    return table


def deltas(table):
    last = len(table) - 1
    return [
        [
            sum(n * (table[min(t + n, last)][b] - table[max(t - n, 0)][b]) for n in (1, 2)) / 10
            for b in range(BANDS)
        ]
        for t in range(last + 1)
    ]


if __name__ == "__main__":
    tables = [static(signal())]
    tables.append(deltas(tables[0]))
    tables.append(deltas(tables[1]))
    for name, table in zip(("static", "delta", "deltadelta"), tables):
        for frame in (0, 1, 2, 20, 36, 50, 70, 71, 72):
            print(",".join([name, str(frame)] + ["%.9g" % v for v in table[frame]]))
