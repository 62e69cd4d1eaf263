// The mailbox page: lists what the outbox kept, newest first, and looks for more every two seconds.
'use strict';

const refreshMilliseconds = 2000;
const source = 'mailbox/messages';
const $ = (id) => document.getElementById(id);
const narrow = matchMedia('(max-width: 720px)');

let messages = [];
let seen = null;
let selectedId = decodeURIComponent(location.hash.slice(1)) || null;
let form = 'html';

// --- what a message offers -------------------------------------------------------------------------------------

// A run of exactly six digits that is no part of a word, a number or an address.
const codeOf = (message) => /(?<![\w.@+-])\d{6}(?![\w@-])/.exec(message.text)?.[0] ?? null;

const linksOf = (message) => {
  const found = message.text.match(/\b[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+/gi) ?? [];
  return [...new Set(found)].filter((link) => URL.canParse(link) && !/^(javascript|data|vbscript|file):/i.test(link));
};

const titleOf = (message) => message.subject || message.text.split('\n')[0];

const ago = (time) => {
  const seconds = Math.max(0, (Date.now() - time) / 1000);
  if (seconds < 10) return 'now';
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
  return new Date(time).toLocaleDateString();
};

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

// --- the list --------------------------------------------------------------------------------------------------

const shown = () => {
  const wanted = $('search').value.trim().toLowerCase();
  return messages.filter((message) => message.to.toLowerCase().includes(wanted));
};

function itemFor(message) {
  const button = element('button', 'item', '');
  button.type = 'button';
  button.dataset.id = message.id;
  button.setAttribute('aria-current', String(message.id === selectedId));
  if (!seen.has(message.id)) button.classList.add('is-new');
  const time = element('time', 'when', ago(Date.parse(message.createdAt)));
  time.dateTime = message.createdAt;
  const code = message.channel === 'email' ? codeOf(message) : null;
  button.append(
    element('span', 'what', titleOf(message)),
    time,
    element('span', 'who', (message.channel === 'sms' ? 'SMS to ' : '') + message.to),
    element('span', 'code', code ?? ''));
  button.addEventListener('click', () => select(message.id, true));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function drawList() {
  const list = shown();
  const focused = document.activeElement?.dataset?.id;
  $('list').replaceChildren(...list.map(itemFor));
  if (focused) $('list').querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  $('main').classList.toggle('has-messages', list.length > 0);
  const isSearch = messages.length > 0 && list.length === 0;
  $('empty').hidden = list.length > 0;
  $('empty-hint').hidden = isSearch;
  $('empty-title').textContent = isSearch ? 'No message to this address' : 'Nothing here yet';
  if (isSearch) $('empty-text').textContent = 'Change or clear the search to see the others.';
  else $('empty-text').textContent = emptyText;
  const fresh = messages.filter((message) => !seen.has(message.id)).length;
  document.title = `${fresh ? `(${fresh}) ` : ''}Mailbox · AccountGraph`;
}

// --- one message -----------------------------------------------------------------------------------------------

function select(id, isChoice) {
  selectedId = id;
  if (isChoice) {
    seen.add(id);
    history.replaceState(null, '', `#${encodeURIComponent(id)}`);
    $('main').classList.add('shows-detail');
  }
  drawList();
  drawDetail();
  if (isChoice && narrow.matches) $('detail').focus();
}

function actionsFor(message) {
  const actions = [];
  const code = codeOf(message);
  if (code) {
    const copy = element('button', 'action', '');
    copy.type = 'button';
    copy.id = 'copy';
    copy.append(element('span', 'digits', code), element('span', 'label', 'Copy'));
    copy.addEventListener('click', () => copyCode(copy, code));
    actions.push(copy);
  }
  for (const link of linksOf(message)) {
    const open = element('a', actions.length ? 'action is-plain' : 'action', '');
    open.href = link;
    open.target = '_blank';
    open.rel = 'noopener noreferrer';
    open.title = link;
    open.append(element('span', 'label', 'Open link'), element('span', 'where', new URL(link).host));
    actions.push(open);
  }
  return actions;
}

async function copyCode(button, code) {
  const label = button.querySelector('.label');
  try {
    await navigator.clipboard.writeText(code);
    label.textContent = 'Copied';
  } catch {
    // Without https or permission there is no clipboard; the selection is one keystroke away from it.
    getSelection().selectAllChildren(button.querySelector('.digits'));
    label.textContent = 'Press Ctrl+C';
  }
  setTimeout(() => { label.textContent = 'Copy'; }, 1500);
}

function drawDetail() {
  const message = shown().find((candidate) => candidate.id === selectedId);
  $('detail').hidden = !message;
  if (!message || $('detail').dataset.id === message.id) return;
  $('detail').dataset.id = message.id;
  const isSms = message.channel === 'sms';
  $('subject').textContent = isSms ? 'Text message' : message.subject;
  $('to').textContent = message.to;
  $('time').textContent = new Date(message.createdAt).toLocaleString();
  $('kind').textContent = message.kind;
  $('actions').replaceChildren(...actionsFor(message));
  $('tabs').hidden = isSms;
  $('view-text').textContent = message.text;
  $('view-text').classList.toggle('is-sms', isSms);
  // The frame runs no script and has no origin; its links open beside this page.
  const html = isSms ? '' : message.html;
  $('view-html').srcdoc = /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, '$&<base target="_blank">')
    : `<base target="_blank">${html}`;
  showForm(isSms ? 'text' : form);
}

function showForm(name) {
  for (const each of ['html', 'text']) {
    const isShown = each === name;
    $(`view-${each}`).hidden = !isShown;
    $(`tab-${each}`).setAttribute('aria-selected', String(isShown));
    $(`tab-${each}`).tabIndex = isShown ? 0 : -1;
  }
}

// --- keeping up ------------------------------------------------------------------------------------------------

function say(text, isAway) {
  if ($('status').textContent !== text) $('status').textContent = text;
  $('status').classList.toggle('is-away', isAway);
}

async function refresh() {
  try {
    const answer = await fetch(source, { cache: 'no-store', headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const list = await answer.json();
    // What was there before this page is not news.
    seen ??= new Set(list.map((message) => message.id));
    const hasChanged = list.length !== messages.length || list[0]?.id !== messages[0]?.id;
    messages = list;
    if (hasChanged || messages.length === 0) drawList();
    if (!messages.some((message) => message.id === selectedId)) selectedId = null;
    if (!selectedId && messages.length > 0 && !narrow.matches) select(shown()[0]?.id ?? null, false);
    else if (hasChanged) drawDetail();
    say('Live', false);
  } catch {
    say('The server does not answer', true);
  }
}

async function keepUp() {
  if (!document.hidden) await refresh();
  setTimeout(keepUp, refreshMilliseconds);
}

function updateTimes() {
  for (const time of $('list').querySelectorAll('time')) time.textContent = ago(Date.parse(time.dateTime));
}

// --- keys and clicks -------------------------------------------------------------------------------------------

function move(step) {
  const list = shown();
  const at = list.findIndex((message) => message.id === selectedId);
  const next = list[Math.min(list.length - 1, Math.max(0, at + step))];
  if (!next) return;
  select(next.id, true);
  const button = $('list').querySelector(`[data-id="${CSS.escape(next.id)}"]`);
  button?.focus();
  button?.scrollIntoView({ block: 'nearest' });
}

function back() {
  $('main').classList.remove('shows-detail');
  $('list').querySelector(`[data-id="${CSS.escape(selectedId ?? '')}"]`)?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target === $('search');
  const isTab = event.target.getAttribute?.('role') === 'tab';
  if (event.key === 'Escape' && isTyping) $('search').blur();
  else if (event.key === 'Escape') back();
  else if (isTab && ['ArrowLeft', 'ArrowRight'].includes(event.key)) choose(form === 'html' ? 'text' : 'html', true);
  else if (event.key === 'ArrowDown' || (event.key === 'j' && !isTyping)) move(1);
  else if (event.key === 'ArrowUp' || (event.key === 'k' && !isTyping)) move(-1);
  else if (isTyping) return;
  else if (event.key === '/') $('search').focus();
  else if (event.key === 'c') $('copy')?.click();
  else return;
  event.preventDefault();
});

function choose(name, hasFocus) {
  form = name;
  showForm(name);
  if (hasFocus) $(`tab-${name}`).focus();
}

const emptyText = $('empty-text').textContent;
$('tab-html').addEventListener('click', () => choose('html'));
$('tab-text').addEventListener('click', () => choose('text'));
$('back').addEventListener('click', back);
$('search').addEventListener('input', () => {
  drawList();
  if (!narrow.matches && !shown().some((message) => message.id === selectedId)) select(shown()[0]?.id ?? null, false);
  drawDetail();
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
$('search').value = new URLSearchParams(location.search).get('to') ?? '';
if (selectedId) $('main').classList.add('shows-detail');
setInterval(updateTimes, 10000);
keepUp();
