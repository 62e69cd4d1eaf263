using AccountGraph.Messaging.Templates;
using AccountGraph.Messaging.Tests.Templates;
using Microsoft.Playwright;

namespace AccountGraph.Messaging.Tests.Outbox;

public sealed class MailboxPageTests
{
    private static readonly EmailTemplates Templates = new(TemplateOverrides.None);
    private static readonly SmsMessage Text = new("+15550100199", "login", "204913");

    [Fact]
    public async Task A_message_appears_by_itself_with_its_code_ready_to_be_copied()
    {
        await using var host = await MailboxHost.StartAsync();
        var page = await host.OpenAsync();
        await page.GetByText("Nothing here yet").WaitForAsync();

        await host.SendAsync(Mail("otpSession"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Your sign-in code for Acme" }).ClickAsync();
        await page.FrameLocator("#view-html").GetByText(SampleMails.Code, new() { Exact = true }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await page.GetByText("Copied").WaitForAsync();
        Assert.Equal(SampleMails.Code, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Empty(host.Complaints);
        var elsewhere = host.Asked.Where(url => !url.StartsWith(host.Origin + "/mailbox", StringComparison.Ordinal));
        Assert.Empty(elsewhere.Except(["data:,", "about:srcdoc"]));
    }

    [Fact]
    public async Task A_link_is_one_click_away_and_the_preview_keeps_its_looks()
    {
        await using var host = await MailboxHost.StartAsync();
        await host.SendAsync(Mail("magicSession"));
        var page = await host.OpenAsync();

        var link = page.GetByRole(AriaRole.Link, new() { Name = "Open link" });
        Assert.Equal(SampleMails.Link, await link.GetAttributeAsync("href"));
        Assert.Equal("_blank", await link.GetAttributeAsync("target"));
        var button = page.FrameLocator("#view-html").Locator("a.button");
        var colour = await button.EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor");
        Assert.Equal("rgb(52, 81, 209)", colour);

        await page.GetByRole(AriaRole.Tab, new() { Name = "Plain text" }).ClickAsync();
        await page.Locator("#view-text", new() { HasText = SampleMails.Link }).WaitForAsync();
        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task A_hostile_mail_runs_nothing_and_fetches_nothing()
    {
        await using var host = await MailboxHost.StartAsync();
        await host.SendAsync(Mail("otpSession") with
        {
            Subject = "<img src=x onerror=\"parent.document.title='run'\">",
            Text = "javascript:alert(1)//x javascript://x/%0aalert(1) 204913<b>",
            Html =
                "<img src=\"http://tracker.invalid/pixel.png\" onerror=\"top.document.title='run'\">"
                + "<script>top.document.title='run'</script><link rel=stylesheet href=http://tracker.invalid/a.css>"
                + "<form action=http://tracker.invalid><input name=a></form><p>hostile</p>",
        });
        var page = await host.OpenAsync();

        await page.FrameLocator("#view-html").GetByText("hostile").WaitForAsync();
        await page.WaitForTimeoutAsync(300);

        Assert.EndsWith("Mailbox · AccountGraph", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("a.action").CountAsync());
        Assert.DoesNotContain(host.Asked, url => url.Contains("tracker", StringComparison.Ordinal)
            && !host.Complaints.Any(complaint => complaint.Contains(url, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_list_is_searched_and_walked_by_keyboard()
    {
        await using var host = await MailboxHost.StartAsync();
        await host.SendAsync(Mail("recovery"));
        await host.SendAsync(Mail("verification") with { To = "grace@example.com", Id = "z" });
        await host.SendAsync(Text);
        var page = await host.OpenAsync();
        await page.Locator(".item").Nth(2).WaitForAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("EXAMPLE.com");
        await Assertions.Expect(page.Locator(".item")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        var first = await page.Locator(".item .what").First.InnerTextAsync();
        await Assertions.Expect(page.Locator("#subject")).ToHaveTextAsync(first);

        await page.Locator("#search").FillAsync("nobody");
        await page.GetByText("No message to this address").WaitForAsync();
        await page.GotoAsync(host.Origin + "/mailbox?to=%2B1555");
        await Assertions.Expect(page.Locator(".item")).ToHaveCountAsync(1);
        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task On_a_phone_the_list_and_the_message_take_turns()
    {
        await using var host = await MailboxHost.StartAsync();
        await host.SendAsync(Mail("otpSession"));
        var page = await host.OpenAsync(width: 390);
        var item = page.Locator(".item");

        await item.ClickAsync();
        await page.FrameLocator("#view-html").GetByText(SampleMails.Code, new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(item).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "All messages" }).ClickAsync();
        await Assertions.Expect(item).ToBeVisibleAsync();
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.Equal(390, width);

        await page.GotoAsync(page.Url);
        await page.ReloadAsync();
        await page.FrameLocator("#view-html").GetByText(SampleMails.Code, new() { Exact = true }).WaitForAsync();
    }

    private static EmailMessage Mail(string kind) => Templates.Render(SampleMails.Ada(), SampleMails.All[kind]);
}
