using AccountGraph.Gateway.RateLimits;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.RateLimits;

public sealed class CircuitTests
{
    private readonly ManualClock _clock = new();
    private readonly Circuit _circuit;

    public CircuitTests() => _circuit = new Circuit(_clock);

    [Fact]
    public void After_a_failure_one_call_a_second_may_try()
    {
        var wasFirst = _circuit.Failed();
        var atOnce = _circuit.TryEnter();
        _clock.Advance(TimeSpan.FromSeconds(1));
        bool[] later = [_circuit.TryEnter(), _circuit.TryEnter(), _circuit.TryEnter()];
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(wasFirst);
        Assert.False(atOnce);
        Assert.Equal([true, false, false], later);
        Assert.True(_circuit.TryEnter());
    }

    [Fact]
    public void A_success_lets_all_through_again()
    {
        _circuit.Failed();

        var endsOutage = _circuit.Succeeded();

        Assert.True(endsOutage);
        Assert.True(_circuit.TryEnter());
        Assert.True(_circuit.TryEnter());
        Assert.False(_circuit.Succeeded());
    }

    [Fact]
    public void Only_the_first_failure_begins_an_outage()
    {
        bool[] begins = [_circuit.Failed(), _circuit.Failed()];

        Assert.Equal([true, false], begins);
    }
}
